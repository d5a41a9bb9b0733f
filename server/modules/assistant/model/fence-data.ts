/**
 * Puts data between two lines of a prompt, as JSON in which no `<` is left: whatever people wrote in it, it cannot end
 * the fence.
 */
export function fenceData(name: string, value: unknown): string {
  return `<${name}>\n${JSON.stringify(value).replaceAll('<', '\\u003c')}\n</${name}>`;
}
