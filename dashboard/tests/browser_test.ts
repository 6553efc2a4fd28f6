/**
 * All tests in a browser: one file, so that they share one stack and one browser. A file of
 * `pages/` registers the tests of its page.
 */
import "./pages/access.ts";
import "./pages/accessible.ts";
import "./pages/answers.ts";
import "./pages/contacts.ts";
import "./pages/costs.ts";
import "./pages/everywhere.ts";
import "./pages/frame.ts";
import "./pages/live.ts";
import "./pages/mailboxes.ts";
import "./pages/overview.ts";
import "./pages/reports.ts";
import "./pages/offered.ts";
import "./pages/operator.ts";
import "./pages/overview.ts";
import "./pages/schedules.ts";
import "./pages/sign_in.ts";
import "./pages/slot.ts";
import "./pages/why.ts";
import "./pages/task.ts";
import "./pages/tasks.ts";
