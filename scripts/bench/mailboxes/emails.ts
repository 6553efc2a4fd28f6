/** A short email; each number is another one. */
export function composeEmail(number: number, { to = "us@example.com", more = "" } = {}): string {
  return [
    `Message-ID: <mail-${number}@example.org>`,
    `Date: ${new Date(Date.UTC(2026, 1, 20) + number * 60_000).toUTCString()}`,
    `From: Client ${number % 50} <client-${number % 50}@example.org>`,
    `To: ${to}`,
    `Subject: Order ${number}`,
    ...(more === "" ? [] : [more]),
    "",
    `Could you send ${number} loaves?`,
    "",
  ].join("\r\n");
}

/** The Message-ID of {@link composeEmail}, as it is stored. */
export function messageIdOf(number: number): string {
  return `mail-${number}@example.org`;
}
