-- Undoes autonomous tasks; the log is lost. The first three statements are the seed's rollback block.

-- 1. Drop trigger
DROP TRIGGER IF EXISTS trigger_autonomous_tasks_updated_at ON autonomous_tasks;

-- 2. Drop function
DROP FUNCTION IF EXISTS get_autonomous_task_summary;
DROP FUNCTION IF EXISTS update_autonomous_tasks_updated_at;

-- 3. Drop table (CASCADE removes all constraints and indexes)
DROP TABLE IF EXISTS autonomous_tasks CASCADE;

drop function if exists nightshift.time_ordered_uuid();
