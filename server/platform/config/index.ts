export { findProjectRoot, readVersion } from './project-paths.ts';
export { type Config, readConfig, SettingsError } from './read-config.ts';
export { settings } from './settings.ts';
