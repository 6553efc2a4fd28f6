import { showCommand, showQuery } from "../cli.ts";
import { compareHistory } from "../database/history.ts";
import { readReportStatement } from "../database/migrations.ts";
import { countMissing } from "../into/copy_into.ts";
import { listOurVersions, type Project } from "../project.ts";
import type { Step } from "./step.ts";

/** Migrations into the database, and what they report. */
export function applyMigrations(project: Project): Step {
  const { cli, facts } = project;
  return {
    title: "Database: the migrations",
    commands: [
      showCommand(`db push --remote=${project.ref} --include-all --skip-vault`),
      showCommand(`db query --remote=${project.ref} --read-only  # what they report`),
    ],
    check: async () => {
      const versions = await listOurVersions(project);
      const { ours } = compareHistory(await facts.migrations(), versions);
      // Before they are copied into the user's folder, none of the missing is known to the history.
      const waiting = ours.length + await countMissing(project);
      return {
        done: waiting === 0,
        detail: waiting === 0 ? "all migrations are applied" : `${waiting} migrations to apply`,
      };
    },
    changes: ["migrations", "database"],
    apply: async (print) => {
      await cli.pushMigrations();
      for (const row of await cli.query(readReportStatement(project.migrations))) {
        for (const line of Object.values(row)) print(String(line));
      }
    },
  };
}

/**
 * What a backup that is restored into another project lacks: extensions, the pg_cron jobs of its
 * schedules, and the rights that the default privileges there changed.
 */
export function repairDatabase(project: Project): Step {
  const { cli, facts } = project;
  return {
    title: "Database: extensions, jobs and rights",
    commands: [
      showQuery(project, "nightshift.create_extensions(), restore_jobs(), restore_rights()"),
    ],
    check: async () => {
      const { missingExtensions, missingJobs, wrongRights } = await facts.database();
      const repairs = [
        ...(missingExtensions.length > 0 ? [`create ${missingExtensions.join(", ")}`] : []),
        ...(missingJobs.length > 0 ? [`make the jobs ${missingJobs.join(", ")}`] : []),
        ...(wrongRights.length > 0 ? [`correct ${wrongRights.length} rights`] : []),
      ];
      return {
        done: repairs.length === 0,
        detail: repairs.join("; ") || "all are there",
      };
    },
    changes: ["database"],
    apply: async () => {
      await cli.execute(`
        do $repair$
        begin
          perform nightshift.create_extensions();
          perform nightshift.restore_jobs();
          perform nightshift.restore_rights();
        end
        $repair$`);
    },
  };
}
