import { type Address, joinFragment } from "../../data/address.ts";

interface TaskView {
  readonly taskId: string;
}

export const taskAddress: Address<TaskView> = {
  page: "task",
  parse: ([page, taskId = ""]) => page === "tasks" && taskId !== "" ? { taskId } : null,
  format: ({ taskId }) => joinFragment(["tasks", taskId]),
};
