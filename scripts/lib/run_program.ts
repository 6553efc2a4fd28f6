import { basename } from "node:path";
import { ROOT } from "./list_files.ts";

/** How a program ended, and what it wrote. */
export interface ProgramEnd {
  readonly success: boolean;
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where a program runs, with which variables, and what it reads; nothing by default. */
export type ProgramOptions =
  & Pick<Deno.CommandOptions, "cwd" | "env" | "clearEnv">
  & { readonly input?: string | undefined };

/**
 * Runs a program to its end, however that is.
 * @throws {Deno.errors.NotFound} where there is no such program
 * @example const { code, stderr } = await runProgram("openssl", ["version"]);
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  { input, ...options }: ProgramOptions = {},
): Promise<ProgramEnd> {
  const child = new Deno.Command(program, {
    ...options,
    args: [...args],
    stdin: input === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writing = input === undefined ? undefined : writeInput(child.stdin, input);
  const { success, code, stdout, stderr } = await child.output();
  await writing;
  const decoder = new TextDecoder();
  return { success, code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/**
 * What a program prints.
 * @throws {Error} with its own words when it fails
 * @example const user = await readProgram("id", ["-un"]);
 */
export async function readProgram(
  program: string,
  args: readonly string[],
  options?: ProgramOptions,
): Promise<string> {
  const { success, code, stdout, stderr } = await runProgram(program, args, options);
  if (success) return stdout;
  const words = (stderr || stdout).trim();
  throw new Error(`${basename(program)} ${args[0] ?? ""} failed with code ${code}: ${words}`);
}

const DENO: ProgramOptions = { cwd: ROOT, env: { NO_COLOR: "1" } };

/** Runs a subcommand of the Deno that runs us, by default in the repository's root. */
export function runDeno(args: readonly string[], options?: ProgramOptions): Promise<ProgramEnd> {
  return runProgram(Deno.execPath(), args, { ...DENO, ...options });
}

/** What such a subcommand prints. @throws {Error} with Deno's words when it fails */
export function readDeno(args: readonly string[], options?: ProgramOptions): Promise<string> {
  return readProgram(Deno.execPath(), args, { ...DENO, ...options });
}

/** A program that stops reading early says why in its own output. */
async function writeInput(stdin: WritableStream<Uint8Array>, text: string): Promise<void> {
  const writer = stdin.getWriter();
  await writer.write(new TextEncoder().encode(text)).catch(() => {});
  await writer.close().catch(() => {});
}
