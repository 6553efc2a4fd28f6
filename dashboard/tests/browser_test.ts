/**
 * All tests in a browser: one file, so that they share one stack and one browser. A file of
 * `pages/` registers the tests of its page, a file of `everywhere/` those of all pages.
 */
import "./pages/access.ts";
import "./pages/answers.ts";
import "./pages/contacts.ts";
import "./pages/costs.ts";
import "./pages/mailboxes.ts";
import "./pages/operator.ts";
import "./pages/overview.ts";
import "./pages/reports.ts";
import "./pages/schedules.ts";
import "./pages/slot.ts";
import "./pages/task.ts";
import "./pages/tasks.ts";
import "./pages/why.ts";
import "./everywhere/accessible.ts";
import "./everywhere/frame.ts";
import "./everywhere/hosted.ts";
import "./everywhere/live.ts";
import "./everywhere/offered.ts";
import "./everywhere/sign_in.ts";
import "./everywhere/states.ts";
import "./everywhere/still.ts";
import "./everywhere/questions.ts";
import "./everywhere/keyboard.ts";
