// deno-lint-ignore-file no-console -- a command's output is for its user
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { ownEnvironment } from "./own_environment.ts";

/** A failure that is told in one sentence, without the place in the code. */
export class CommandError extends Error {
  override readonly name: string = "CommandError";

  /** @param exitCode 2 for what the caller gave wrongly, 1 for everything else */
  constructor(message: string, readonly exitCode: 1 | 2 = 1) {
    super(message);
  }
}

/** A wrong argument; the usage follows the sentence. */
export class UsageError extends CommandError {
  override readonly name = "UsageError";
  constructor(message: string) {
    super(message, 2);
  }
}

/** What a command line may hold. */
export interface CommandLine<Options extends ParseArgsOptionsConfig> {
  readonly usage: string;
  /** As for `parseArgs` of `node:util`, without `help`. */
  readonly options: Options;
  /** Whether anything but options may be given. */
  readonly allowPositionals?: boolean;
}

/** The values of a command line. */
export type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true }>
>["values"];

/**
 * Runs a command: reads its arguments, prints the usage for `--help`, and sets the exit code to
 * what `main` answers. Wrong arguments and {@link CommandError} are told in a sentence, anything
 * else is thrown with its stack.
 */
export async function runCommand<Options extends ParseArgsOptionsConfig>(
  { usage, options, allowPositionals = false }: CommandLine<Options>,
  main: (values: Values<Options>, positionals: readonly string[]) => Promise<number>,
  args: readonly string[] = Deno.args,
): Promise<void> {
  ownEnvironment();
  try {
    if (args.includes("--help") || args.includes("-h")) {
      console.log(usage);
      return;
    }
    const { values, positionals } = readArguments({ options, allowPositionals }, args);
    Deno.exitCode = await main(values, positionals);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    console.error(error instanceof UsageError ? `${error.message}\n\n${usage}` : error.message);
    Deno.exitCode = error.exitCode;
  }
}

function readArguments<Options extends ParseArgsOptionsConfig>(
  { options, allowPositionals }: Required<Omit<CommandLine<Options>, "usage">>,
  args: readonly string[],
): { values: Values<Options>; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: allowPositionals as true });
  } catch (error) {
    // The messages of `parseArgs` say which argument is wrong.
    if (error instanceof TypeError && "code" in error) throw new UsageError(error.message);
    throw error;
  }
}
