export { findProjectRoot, readVersion } from './project-paths.ts';
export { type Config, type LanguageModelConfig, readConfig, SettingsError } from './read-config.ts';
export { settings } from './settings.ts';
