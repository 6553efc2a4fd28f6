/** Which keys do what, and the switch that turns them off. */
import { useEffect, useRef } from "preact/hooks";
import { listKeys } from "../data/keys.ts";
import { changeSettings, useSettings } from "../data/settings.ts";

export function KeysHelp({ close }: { readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { keys } = useSettings();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={close}>
      <h2 id="keys-title">Keys</h2>
      <dl>
        {Object.entries(listKeys()).map(([key, { words }]) => (
          <div key={key}>
            <dt>
              {key.replace("[Shift]+", "").split(" ").map((part) => <kbd key={part}>{part}</kbd>)}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <label>
        <input
          type="checkbox"
          checked={keys}
          onChange={(event) => changeSettings({ keys: event.currentTarget.checked })}
        />{" "}
        Use these keys
      </label>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
