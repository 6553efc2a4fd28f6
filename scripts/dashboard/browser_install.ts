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

/** Chromium without windows, which is less to start and to draw. */
const SHELL = "/usr/bin/chromium-headless-shell";
const PLACES = [
  SHELL,
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Looks for Chromium; changes nothing. */
export async function findBrowser(places: readonly string[] = PLACES): Promise<BrowserSearch> {
  for (const program of places) {
    if (await exists(program)) return { found: true, program };
  }
  const obstacle = await explainNoInstall();
  const advice = obstacle === undefined
    ? "`npx -y deno@2.9.6 task test` installs it"
    : `${obstacle}, so install it yourself (Debian: chromium-headless-shell)`;
  return { found: false, problem: `There is no Chromium; ${advice}.` };
}

/**
 * Finds a browser and, on Debian as root, installs Chromium's headless shell when that is missing.
 * A failed installation throws nothing: another browser will do, or the sentence tells it.
 * @param print gets one line for each thing done
 */
export async function ensureBrowser(print: (line: string) => void): Promise<BrowserSearch> {
  const first = await findBrowser();
  const isEnough = first.found && first.program === SHELL;
  if (isEnough || (await explainNoInstall()) !== undefined) return first;
  print("Chromium: installing chromium-headless-shell for the tests of the dashboard");
  const failure = await updatePackageLists() ?? await installPackages(["chromium-headless-shell"]);
  const second = await findBrowser();
  return second.found || failure === undefined ? second : { found: false, problem: failure };
}
