// deno-lint-ignore-file no-console -- a command line program prints
/** `deno task mailbox`: connects the mailbox of the local stack's Gmail stand-in. */
import { CommandError, runCommand } from "./lib/command.ts";
import { connectStandIn, syncMailboxes } from "./mailbox/connect_stand_in.ts";
import { readRunningStacks, STACKS_FOLDER } from "./start/stack_files.ts";

await runCommand({
  usage: `Usage: deno task mailbox
  Connects the mailbox of the Gmail stand-in that \`deno task start\` brings along, and fetches its
  email.`,
  options: {},
}, async () => {
  const stack = (await readRunningStacks(STACKS_FOLDER)).find(({ mailbox }) => mailbox);
  const workspaceId = stack?.workspaces[0]?.id;
  if (stack === undefined || workspaceId === undefined) {
    throw new CommandError(
      "No local stack with a stand-in is running. Run `npx -y deno@2.9.6 task start` first.",
    );
  }
  const target = { ...stack, workspaceId };
  const { address } = await connectStandIn(target);
  console.log(`${address} is connected. Fetching its email …`);
  const stored = await syncMailboxes(target);
  console.log(`Emails stored: ${stored}. The next run reads them.`);
  console.log("email-sync fetches new ones every five minutes.");
  return 0;
});
