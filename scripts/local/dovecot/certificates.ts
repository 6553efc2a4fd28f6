import { join } from "node:path";
import { readProgram } from "../../lib/run_program.ts";

/** Certificates made for one test server; PEM files. */
export interface TestCertificates {
  /** The text of the authority's certificate, which a client has to trust. */
  readonly authority: string;
  readonly authorityPath: string;
  /** For `localhost` and `127.0.0.1`. */
  readonly certificatePath: string;
  readonly keyPath: string;
}

/** The least days that OpenSSL takes. */
const DAYS = "1";
const KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

/** Makes an authority and one certificate that it signed, in a folder; takes 0.1 s. */
export async function makeCertificates(folder: string): Promise<TestCertificates> {
  const path = (name: string) => join(folder, name);
  await readProgram("openssl", [
    ...["req", "-x509", ...KEY, "-days", DAYS, "-subj", "/CN=Nightshift test authority"],
    ...["-keyout", path("authority.key"), "-out", path("authority.pem")],
  ]);
  await readProgram("openssl", [
    ...["req", ...KEY, "-subj", "/CN=localhost"],
    ...["-keyout", path("server.key"), "-out", path("server.csr")],
  ]);
  const names = "subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\n";
  await Deno.writeTextFile(path("names.cnf"), names);
  await readProgram("openssl", [
    ...["x509", "-req", "-in", path("server.csr"), "-days", DAYS, "-extfile", path("names.cnf")],
    ...["-CA", path("authority.pem"), "-CAkey", path("authority.key"), "-CAcreateserial"],
    ...["-out", path("server.pem")],
  ]);
  return {
    authority: await Deno.readTextFile(path("authority.pem")),
    authorityPath: path("authority.pem"),
    certificatePath: path("server.pem"),
    keyPath: path("server.key"),
  };
}
