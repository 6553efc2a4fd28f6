/** How fresh the page is, by which clock, and how to hold it. */
import { useLive } from "../data/live.ts";
import { changeSettings, useSettings } from "../data/settings.ts";
import { exactClock, zoneName } from "../words.ts";

export function LiveBar({ help }: { readonly help: () => void }) {
  const { answeredAt, isOld, isPaused, setPaused } = useLive();
  const { zone } = useSettings();
  const other = zone === "utc" ? "local" : "utc";
  return (
    <section class={isOld ? "live old" : "live"} aria-label="How fresh this is">
      <span>
        {answeredAt === null ? "Loading" : `As of ${exactClock(answeredAt)}`}
      </span>
      <span role="status">
        {isOld && " The project does not answer. These are older figures; it is tried again."}
        {isPaused && " Paused."}
      </span>
      <button
        type="button"
        class="quiet"
        aria-label={`${zoneName()}: show times in ${other === "utc" ? "UTC" : "local time"}`}
        onClick={() => changeSettings({ zone: other })}
      >
        {zoneName()}
      </button>
      <button
        type="button"
        class="quiet"
        aria-pressed={isPaused}
        onClick={() => setPaused(!isPaused)}
      >
        Pause
      </button>
      <button type="button" class="quiet" onClick={help}>Keys</button>
    </section>
  );
}
