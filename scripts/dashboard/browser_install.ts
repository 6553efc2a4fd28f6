/** A browser for the tests of the dashboard. */
import {
  exists,
  explainNoInstall,
  installPackages,
  updatePackageLists,
} from "../local/debian_packages.ts";

/** Either the browser that tests use, or one sentence that says what is missing. */
export type BrowserSearch =
  | { readonly found: true; readonly program: string }
  | { readonly found: false; readonly problem: string };

/** The shell comes first: it has no windows, and takes half of the time. */
const PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Looks for Chromium; changes nothing. */
export async function findBrowser(places: readonly string[] = PLACES): Promise<BrowserSearch> {
  for (const program of places) {
    // deno-lint-ignore no-await-in-loop -- the first one counts
    if (await exists(program)) return { found: true, program };
  }
  const obstacle = await explainNoInstall();
  const advice = obstacle === undefined
    ? "`npx -y deno@2.9.6 task test` installs it"
    : `${obstacle}, so install it yourself (Debian: chromium-headless-shell)`;
  return { found: false, problem: `There is no Chromium; ${advice}.` };
}

/**
 * Finds Chromium and, on Debian as root, installs it when it is missing. A failed installation
 * throws nothing: the sentence tells it.
 * @param print gets one line for each thing done
 */
export async function ensureBrowser(print: (line: string) => void): Promise<BrowserSearch> {
  const first = await findBrowser();
  if (first.found || (await explainNoInstall()) !== undefined) return first;
  print("Chromium: installing chromium-headless-shell for the tests of the dashboard");
  const failure = await updatePackageLists() ?? await installPackages(["chromium-headless-shell"]);
  return failure === undefined ? await findBrowser() : { found: false, problem: failure };
}
