/** Whether the signed-in user runs the project. Operators are independent of workspaces. */
import * as z from "zod/mini";
import { useQuery, useWorld } from "../../data/query.ts";

/** False until the project has answered; the database asks again at every act. */
export function useIsOperator(): boolean {
  const { rpc } = useWorld();
  const { data } = useQuery(["operator"], () => rpc("is_project_operator", {}, z.boolean()), []);
  return data === true;
}
