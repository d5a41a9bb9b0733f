/** `vitrine import`: arrives with the import module. */
export async function runImport(_args: string[]): Promise<number> {
  process.stderr.write('vitrine import is not built yet\n');
  return 3;
}
