/** The story of a slot: from the scheduled time to the emails that were read. */
import { RunEmails } from "../../parts/run_emails.tsx";
import { Answered, Missing } from "../../parts/states.tsx";
import { go } from "../../data/address.ts";
import { useKeys } from "../../data/keys.ts";
import { useQuery, useWorld } from "../../data/query.ts";
import { duration, exactClock, exactTime, STATE_WORDS } from "../../words.ts";
import { slotAddress } from "./address.ts";
import { Lanes } from "./lane_grid.tsx";
import { LATE_SECONDS, splitLateness } from "./lateness.ts";
import { type Story, storySchema } from "./shapes.ts";
import { listSteps, tellStory } from "./story.ts";

export function SlotPage({ schedule, slot }: { readonly schedule: string; readonly slot: string }) {
  const { rpc, workspaceId } = useWorld();
  const args = { p_workspace_id: workspaceId, p_schedule: schedule, p_slot: slot };
  const story = useQuery(
    ["story", schedule, slot],
    () => rpc("get_slot_story", args, storySchema),
    ["slots"],
  );
  return (
    <Answered result={story}>
      {(found) =>
        found === null || found.attempts.length === 0
          ? (
            <Missing title={`${schedule}, ${exactTime(slot)}`}>
              Nothing is known of this scheduled time. <a href="#/">Go to the overview</a>.
            </Missing>
          )
          : <StoryView story={found} />}
    </Answered>
  );
}

function StoryView({ story }: { readonly story: Story }) {
  const lead = (slot: string | null) => slot && go(hrefOf(story, slot));
  useKeys({
    "[": { words: "Scheduled time before", act: () => lead(story.previous) },
    "]": { words: "Scheduled time after", act: () => lead(story.next) },
  });
  return (
    <>
      <nav class="beside" aria-label="Scheduled times beside this one">
        {story.previous && <a href={hrefOf(story, story.previous)}>← earlier</a>}
        {story.next && <a href={hrefOf(story, story.next)}>later →</a>}
      </nav>
      <h1>{tellStory(story)}</h1>
      <p class="note">
        {story.schedule} · {exactTime(story.slot)}
        {story.state && ` · ${STATE_WORDS[story.state]}`}
      </p>
      <Lateness story={story} />
      <Lanes story={story} />
      <ol class="steps">
        {listSteps(story).map((step) => (
          <li key={step.key} class={step.tone}>
            <span class="lane">{step.lane}</span>
            <span class="what">{step.what}</span>
            <time dateTime={step.at} title={exactTime(step.at)}>
              {exactClock(Date.parse(step.at))}
              {step.offsetSeconds > 0 && ` · +${duration(step.offsetSeconds)}`}
            </time>
          </li>
        ))}
      </ol>
      <RunEmails emails={story.emails} />
    </>
  );
}

/** What made it late, each part with its time. */
function Lateness({ story }: { readonly story: Story }) {
  const causes = splitLateness(story);
  if (causes.reduce((sum, { seconds }) => sum + seconds, 0) <= LATE_SECONDS) return null;
  return (
    <dl class="causes" aria-label="Late by cause">
      {causes.filter(({ seconds }) => seconds > 0).map(({ name, seconds }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{duration(seconds)}</dd>
        </div>
      ))}
    </dl>
  );
}

function hrefOf({ schedule }: Story, slot: string): string {
  return slotAddress.format({ schedule, slot });
}
