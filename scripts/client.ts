import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { runCommand } from "./lib/command.ts";

const USAGE = `Usage: deno task client
Writes the client as JavaScript with declarations into packages/client/built, for \`npm pack\`.`;

const PACKAGE = fileURLToPath(new URL("../packages/client/", import.meta.url));
const SOURCES = join(PACKAGE, "src");

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  isolatedModules: true,
  verbatimModuleSyntax: true,
};

/**
 * Writes the client of `packages/client` as JavaScript with declarations into `built` of a folder,
 * one pair of files for each source. Types are checked by the gate, not here.
 * @param folder where the package is, its own by default
 * @throws {Error} when a declaration cannot be made, because an export does not say its type
 */
export async function buildClient(folder: string = PACKAGE): Promise<void> {
  const target = join(folder, "built");
  await Deno.mkdir(target, { recursive: true });
  const sources = (await Array.fromAsync(Deno.readDir(SOURCES))).map(({ name }) => name)
    .filter((name) => name.endsWith(".ts") && !name.endsWith("_test.ts"));
  await Promise.all(sources.map(async (fileName) => {
    const text = await Deno.readTextFile(join(SOURCES, fileName));
    const name = basename(fileName, ".ts");
    const code = ts.transpileModule(text, { fileName, compilerOptions: OPTIONS }).outputText;
    const types = ts.transpileDeclaration(text, {
      fileName,
      compilerOptions: { ...OPTIONS, isolatedDeclarations: true, declaration: true },
      reportDiagnostics: true,
    });
    const [problem] = types.diagnostics ?? [];
    if (problem !== undefined) {
      throw new Error(`${fileName}: ${ts.flattenDiagnosticMessageText(problem.messageText, " ")}`);
    }
    // So that Deno finds the types of a file that is imported by its path.
    const head = `// @ts-self-types="./${name}.d.ts"\n`;
    await Deno.writeTextFile(join(target, `${name}.js`), head + withEndings(code));
    await Deno.writeTextFile(join(target, `${name}.d.ts`), withEndings(types.outputText));
  }));
}

/** Imports name the files that were written. */
function withEndings(text: string): string {
  return text.replaceAll(/(from "\.\/\w+)\.ts"/g, '$1.js"');
}

if (import.meta.main) {
  await runCommand({ usage: USAGE, options: {} }, async () => {
    await buildClient();
    return 0;
  });
}
