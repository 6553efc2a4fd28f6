import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeHeaders } from "./policy.ts";

/** Which project a hosted dashboard shows. */
export interface HostedProject {
  /** `https://<ref>.supabase.co`, or the project's own domain; without a slash at its end. */
  readonly url: string;
  readonly publishableKey: string;
}

/**
 * Writes what a static host needs beside a build: the project, and the headers in the forms of
 * Netlify and Cloudflare (`_headers`) and of Vercel (`vercel.json`).
 */
export async function writeHostFiles(folder: string, project: HostedProject): Promise<void> {
  const headers = Object.entries(writeHeaders(project.url));
  const lines = headers.map(([name, value]) => `  ${name}: ${value}`);
  await writeFile(join(folder, "_headers"), ["/*", ...lines, ""].join("\n"));
  const vercel = {
    headers: [{
      source: "/(.*)",
      headers: headers.map(([key, value]) => ({ key, value })),
    }],
  };
  await writeFile(join(folder, "vercel.json"), `${JSON.stringify(vercel, null, 2)}\n`);
  await writeFile(
    join(folder, "config.json"),
    `${JSON.stringify({ url: project.url, publishableKey: project.publishableKey }, null, 2)}\n`,
  );
}

/**
 * Why a key must not be in a page that everybody can read; null for a publishable key or the anon
 * key of older projects.
 */
export function refuseKey(key: string): string | null {
  if (key.startsWith("sb_publishable_")) return null;
  if (key.startsWith("sb_secret_")) {
    return "This is a secret key, which opens every row to whoever reads the page. Give the " +
      "publishable key.";
  }
  const role = readRole(key);
  if (role === "anon") return null;
  return role === null
    ? "This is no publishable key. One begins with sb_publishable_; see Settings > API Keys."
    : `This key has the role ${role}, which everybody who reads the page would have. Give the ` +
      "publishable key.";
}

/** The role in a key of the older kind, which is a JWT; null for anything else. */
function readRole(key: string): string | null {
  const [, payload = ""] = key.split(".");
  try {
    const claims = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    return typeof claims?.role === "string" ? claims.role : null;
  } catch {
    return null;
  }
}
