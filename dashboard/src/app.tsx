/** Who is signed in, and so what is shown: the way in or the frame. */
import { useEffect, useState } from "preact/hooks";
import { Frame, type FrameProps } from "./frame.tsx";
import { Placeholder } from "./parts/states.tsx";
import { SignIn } from "./sign_in.tsx";

export function App({ config, sessions }: FrameProps) {
  const [isSignedIn, setSignedIn] = useState<boolean | null>(null);
  useEffect(() => sessions.watch(setSignedIn), [sessions]);
  if (isSignedIn === null) return <Placeholder />;
  return isSignedIn
    ? <Frame config={config} sessions={sessions} />
    : <SignIn sessions={sessions} demo={config.demo ?? []} />;
}
