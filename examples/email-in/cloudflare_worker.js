/**
 * A Cloudflare Email Worker that hands each email to Nightshift as it came.
 * Set two secrets of the worker: NIGHTSHIFT_URL, such as
 * https://<project-ref>.supabase.co/functions/v1/inbound-email, and MAIL_TOKEN, an ingest token
 * with the scope `mail`.
 */
export default {
  async email(message, env) {
    const response = await fetch(env.NIGHTSHIFT_URL, {
      method: "POST",
      headers: { authorization: `Bearer ${env.MAIL_TOKEN}`, "content-type": "message/rfc822" },
      body: await new Response(message.raw).arrayBuffer(),
    });
    if (response.ok) return;
    const { code, detail } = await response.json().catch(() => ({}));
    // Too large, or not an email: its sender is told. What may succeed later fails, which tells
    // the sending server to try again.
    if ([413, 422].includes(response.status)) return message.setReject(detail ?? code);
    throw new Error(`Nightshift answered ${response.status} ${code ?? ""}`);
  },
};
