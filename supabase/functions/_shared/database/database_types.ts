// Generated from the schema by `deno task ok --write`.
// deno-lint-ignore-file
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  "public": {
    Tables: {
      "ai_usage": {
        Row: {
          "analyzer": string;
          "cost_usd": number;
          "created_at": string;
          "duration_ms": number | null;
          "emails": number;
          "id": string;
          "model": string;
          "outcome": string;
          "price_id": string;
          "run_id": string | null;
          "task_id": string | null;
          "tokens_cached": number | null;
          "tokens_in": number | null;
          "tokens_out": number | null;
          "workspace_id": string | null;
        };
        ComputedFields: never;
        Insert: {
          "analyzer": string;
          "cost_usd": number;
          "created_at"?: string;
          "duration_ms"?: number | null;
          "emails": number;
          "id": string;
          "model": string;
          "outcome": string;
          "price_id": string;
          "run_id"?: string | null;
          "task_id"?: string | null;
          "tokens_cached"?: number | null;
          "tokens_in"?: number | null;
          "tokens_out"?: number | null;
          "workspace_id"?: string | null;
        };
        Update: {
          "analyzer"?: string;
          "cost_usd"?: number;
          "created_at"?: string;
          "duration_ms"?: number | null;
          "emails"?: number;
          "id"?: string;
          "model"?: string;
          "outcome"?: string;
          "price_id"?: string;
          "run_id"?: string | null;
          "task_id"?: string | null;
          "tokens_cached"?: number | null;
          "tokens_in"?: number | null;
          "tokens_out"?: number | null;
          "workspace_id"?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "ai_usage_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "analyzer_admissions": {
        Row: {
          "created_at": string;
          "note": string | null;
          "workspace_id": string;
        };
        ComputedFields: never;
        Insert: {
          "created_at"?: string;
          "note"?: string | null;
          "workspace_id": string;
        };
        Update: {
          "created_at"?: string;
          "note"?: string | null;
          "workspace_id"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "analyzer_admissions_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: true;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "analyzer_choices": {
        Row: {
          "analyzer": string;
          "created_at": string;
          "id": string;
          "model": string | null;
          "on_failure": string;
          "workspace_id": string | null;
        };
        ComputedFields: never;
        Insert: {
          "analyzer": string;
          "created_at"?: string;
          "id"?: string;
          "model"?: string | null;
          "on_failure"?: string;
          "workspace_id"?: string | null;
        };
        Update: {
          "analyzer"?: string;
          "created_at"?: string;
          "id"?: string;
          "model"?: string | null;
          "on_failure"?: string;
          "workspace_id"?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "analyzer_choices_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: true;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "autonomous_tasks": {
        Row: {
          "agent_name": string | null;
          "completed_at": string | null;
          "cost_estimate_usd": number | null;
          "created_at": string;
          "duration_ms": number | null;
          "error_message": string | null;
          "executed_at": string;
          "id": string;
          "input_data": Json | null;
          "output_data": Json | null;
          "status": string;
          "task_type": string;
          "triggered_by": string;
          "updated_at": string;
          "workspace_id": string | null;
        };
        ComputedFields: never;
        Insert: {
          "agent_name"?: string | null;
          "completed_at"?: string | null;
          "cost_estimate_usd"?: number | null;
          "created_at"?: string;
          "duration_ms"?: number | null;
          "error_message"?: string | null;
          "executed_at"?: string;
          "id"?: string;
          "input_data"?: Json | null;
          "output_data"?: Json | null;
          "status"?: string;
          "task_type": string;
          "triggered_by"?: string;
          "updated_at"?: string;
          "workspace_id"?: string | null;
        };
        Update: {
          "agent_name"?: string | null;
          "completed_at"?: string | null;
          "cost_estimate_usd"?: number | null;
          "created_at"?: string;
          "duration_ms"?: number | null;
          "error_message"?: string | null;
          "executed_at"?: string;
          "id"?: string;
          "input_data"?: Json | null;
          "output_data"?: Json | null;
          "status"?: string;
          "task_type"?: string;
          "triggered_by"?: string;
          "updated_at"?: string;
          "workspace_id"?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "autonomous_tasks_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "client_emails": {
        Row: {
          "analyzed_at": string | null;
          "attachments": Json | null;
          "body_html": string | null;
          "body_text": string | null;
          "cc_emails": (string)[] | null;
          "created_at": string;
          "direction": string;
          "from_email": string | null;
          "from_name": string | null;
          "headers": Json | null;
          "id": string;
          "intelligence_analyzed": boolean;
          "provider_message_id": string;
          "provider_thread_id": string | null;
          "received_at": string;
          "snippet": string | null;
          "subject": string | null;
          "to_emails": (string)[];
          "workspace_id": string;
        };
        ComputedFields: never;
        Insert: {
          "analyzed_at"?: string | null;
          "attachments"?: Json | null;
          "body_html"?: string | null;
          "body_text"?: string | null;
          "cc_emails"?: (string)[] | null;
          "created_at"?: string;
          "direction"?: string;
          "from_email"?: string | null;
          "from_name"?: string | null;
          "headers"?: Json | null;
          "id"?: string;
          "intelligence_analyzed"?: boolean;
          "provider_message_id": string;
          "provider_thread_id"?: string | null;
          "received_at"?: string;
          "snippet"?: string | null;
          "subject"?: string | null;
          "to_emails"?: (string)[];
          "workspace_id": string;
        };
        Update: {
          "analyzed_at"?: string | null;
          "attachments"?: Json | null;
          "body_html"?: string | null;
          "body_text"?: string | null;
          "cc_emails"?: (string)[] | null;
          "created_at"?: string;
          "direction"?: string;
          "from_email"?: string | null;
          "from_name"?: string | null;
          "headers"?: Json | null;
          "id"?: string;
          "intelligence_analyzed"?: boolean;
          "provider_message_id"?: string;
          "provider_thread_id"?: string | null;
          "received_at"?: string;
          "snippet"?: string | null;
          "subject"?: string | null;
          "to_emails"?: (string)[];
          "workspace_id"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "client_emails_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "contact_days": {
        Row: {
          "budgets": number;
          "complaints": number;
          "contact_id": string;
          "day": string;
          "decision_makers": number;
          "emails_in": number;
          "emails_out": number;
          "meetings": number;
          "negative": number;
          "offers": number;
          "opportunities": number;
          "positive": number;
          "questions": number;
          "requests": number;
          "timelines": number;
          "workspace_id": string;
        };
        ComputedFields: never;
        Insert: {
          "budgets": number;
          "complaints": number;
          "contact_id": string;
          "day": string;
          "decision_makers": number;
          "emails_in": number;
          "emails_out": number;
          "meetings": number;
          "negative": number;
          "offers": number;
          "opportunities": number;
          "positive": number;
          "questions": number;
          "requests": number;
          "timelines": number;
          "workspace_id": string;
        };
        Update: {
          "budgets"?: number;
          "complaints"?: number;
          "contact_id"?: string;
          "day"?: string;
          "decision_makers"?: number;
          "emails_in"?: number;
          "emails_out"?: number;
          "meetings"?: number;
          "negative"?: number;
          "offers"?: number;
          "opportunities"?: number;
          "positive"?: number;
          "questions"?: number;
          "requests"?: number;
          "timelines"?: number;
          "workspace_id"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "contact_days_contact_id_fkey";
            columns: ["contact_id"];
            isOneToOne: false;
            referencedRelation: "contact_conflicts";
            referencedColumns: ["contact_id"];
          },
          {
            foreignKeyName: "contact_days_contact_id_fkey";
            columns: ["contact_id"];
            isOneToOne: false;
            referencedRelation: "contacts";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "contact_days_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "contact_emails": {
        Row: {
          "at": string;
          "contact_id": string;
          "day": string;
          "direction": string;
          "email_id": string;
        };
        ComputedFields: never;
        Insert: {
          "at": string;
          "contact_id": string;
          "day": string;
          "direction": string;
          "email_id": string;
        };
        Update: {
          "at"?: string;
          "contact_id"?: string;
          "day"?: string;
          "direction"?: string;
          "email_id"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "contact_emails_contact_id_fkey";
            columns: ["contact_id"];
            isOneToOne: false;
            referencedRelation: "contact_conflicts";
            referencedColumns: ["contact_id"];
          },
          {
            foreignKeyName: "contact_emails_contact_id_fkey";
            columns: ["contact_id"];
            isOneToOne: false;
            referencedRelation: "contacts";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "contact_emails_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: false;
            referencedRelation: "client_emails";
            referencedColumns: ["id"];
          },
        ];
      };
      "contact_facts": {
        Row: {
          "contact_id": string;
          "email_id": string | null;
          "field": string;
          "first_seen_at": string;
          "is_derived": boolean;
          "last_seen_at": string;
          "place": number;
          "source": string;
          "times_seen": number;
          "value": string;
          "value_key": string;
        };
        ComputedFields: never;
        Insert: {
          "contact_id": string;
          "email_id"?: string | null;
          "field": string;
          "first_seen_at": string;
          "is_derived"?: boolean;
          "last_seen_at": string;
          "place": number;
          "source": string;
          "times_seen": number;
          "value": string;
          "value_key": string;
        };
        Update: {
          "contact_id"?: string;
          "email_id"?: string | null;
          "field"?: string;
          "first_seen_at"?: string;
          "is_derived"?: boolean;
          "last_seen_at"?: string;
          "place"?: number;
          "source"?: string;
          "times_seen"?: number;
          "value"?: string;
          "value_key"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "contact_facts_contact_id_fkey";
            columns: ["contact_id"];
            isOneToOne: false;
            referencedRelation: "contact_conflicts";
            referencedColumns: ["contact_id"];
          },
          {
            foreignKeyName: "contact_facts_contact_id_fkey";
            columns: ["contact_id"];
            isOneToOne: false;
            referencedRelation: "contacts";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "contact_facts_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: false;
            referencedRelation: "client_emails";
            referencedColumns: ["id"];
          },
        ];
      };
      "contact_outcomes": {
        Row: {
          "contact_id": string;
          "day": string;
          "outcome": string;
          "workspace_id": string;
        };
        ComputedFields: never;
        Insert: {
          "contact_id": string;
          "day": string;
          "outcome": string;
          "workspace_id": string;
        };
        Update: {
          "contact_id"?: string;
          "day"?: string;
          "outcome"?: string;
          "workspace_id"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "contact_outcomes_contact_id_fkey";
            columns: ["contact_id"];
            isOneToOne: true;
            referencedRelation: "contact_conflicts";
            referencedColumns: ["contact_id"];
          },
          {
            foreignKeyName: "contact_outcomes_contact_id_fkey";
            columns: ["contact_id"];
            isOneToOne: true;
            referencedRelation: "contacts";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "contact_outcomes_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "contacts": {
        Row: {
          "ai_score": number | null;
          "company": string | null;
          "created_at": string;
          "email": string;
          "first_seen_at": string | null;
          "id": string;
          "job_title": string | null;
          "kind": string;
          "last_interaction": string | null;
          "name": string | null;
          "phone": string | null;
          "status": string;
          "tags": (string)[];
          "workspace_id": string;
        };
        ComputedFields: never;
        Insert: {
          "ai_score"?: number | null;
          "company"?: string | null;
          "created_at"?: string;
          "email": string;
          "first_seen_at"?: string | null;
          "id"?: string;
          "job_title"?: string | null;
          "kind"?: string;
          "last_interaction"?: string | null;
          "name"?: string | null;
          "phone"?: string | null;
          "status"?: string;
          "tags"?: (string)[];
          "workspace_id": string;
        };
        Update: {
          "ai_score"?: number | null;
          "company"?: string | null;
          "created_at"?: string;
          "email"?: string;
          "first_seen_at"?: string | null;
          "id"?: string;
          "job_title"?: string | null;
          "kind"?: string;
          "last_interaction"?: string | null;
          "name"?: string | null;
          "phone"?: string | null;
          "status"?: string;
          "tags"?: (string)[];
          "workspace_id"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "contacts_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "daily_metrics": {
        Row: {
          "answer_minutes": (number)[] | null;
          "answered": number | null;
          "by_intent": NonNullable<Json>;
          "by_sentiment": NonNullable<Json>;
          "by_urgency": NonNullable<Json>;
          "calls": number;
          "computed_at": string;
          "contacts_active": number | null;
          "contacts_new": number | null;
          "cost_usd": number;
          "day": string;
          "emails_bulk": number;
          "emails_in": number;
          "emails_out": number;
          "emails_read": number;
          "ends_at": string;
          "is_partial": boolean;
          "needing_reply": number;
          "starts_at": string;
          "tasks": NonNullable<Json>;
          "time_zone": string;
          "workspace_id": string;
        };
        ComputedFields: never;
        Insert: {
          "answer_minutes"?: (number)[] | null;
          "answered"?: number | null;
          "by_intent": NonNullable<Json>;
          "by_sentiment": NonNullable<Json>;
          "by_urgency": NonNullable<Json>;
          "calls": number;
          "computed_at": string;
          "contacts_active"?: number | null;
          "contacts_new"?: number | null;
          "cost_usd": number;
          "day": string;
          "emails_bulk": number;
          "emails_in": number;
          "emails_out": number;
          "emails_read": number;
          "ends_at": string;
          "is_partial": boolean;
          "needing_reply": number;
          "starts_at": string;
          "tasks": NonNullable<Json>;
          "time_zone": string;
          "workspace_id": string;
        };
        Update: {
          "answer_minutes"?: (number)[] | null;
          "answered"?: number | null;
          "by_intent"?: NonNullable<Json>;
          "by_sentiment"?: NonNullable<Json>;
          "by_urgency"?: NonNullable<Json>;
          "calls"?: number;
          "computed_at"?: string;
          "contacts_active"?: number | null;
          "contacts_new"?: number | null;
          "cost_usd"?: number;
          "day"?: string;
          "emails_bulk"?: number;
          "emails_in"?: number;
          "emails_out"?: number;
          "emails_read"?: number;
          "ends_at"?: string;
          "is_partial"?: boolean;
          "needing_reply"?: number;
          "starts_at"?: string;
          "tasks"?: NonNullable<Json>;
          "time_zone"?: string;
          "workspace_id"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "daily_metrics_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "email_answers": {
        Row: {
          "answered_at": string;
          "answered_by": string;
          "email_id": string;
          "workspace_id": string;
        };
        ComputedFields: never;
        Insert: {
          "answered_at": string;
          "answered_by": string;
          "email_id": string;
          "workspace_id": string;
        };
        Update: {
          "answered_at"?: string;
          "answered_by"?: string;
          "email_id"?: string;
          "workspace_id"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "email_answers_answered_by_fkey";
            columns: ["answered_by"];
            isOneToOne: false;
            referencedRelation: "client_emails";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "email_answers_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: true;
            referencedRelation: "client_emails";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "email_answers_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "email_intelligence": {
        Row: {
          "action_items": (string)[];
          "analyzed_text": string | null;
          "analyzer": string;
          "analyzer_version": number;
          "automated_kind": string | null;
          "budget_mentioned": boolean;
          "business_opportunity": string | null;
          "confidence_score": number;
          "contact": Json | null;
          "dates": NonNullable<Json>;
          "decision_maker": boolean;
          "degraded": boolean;
          "email_id": string;
          "entities_mentioned": (string)[];
          "evidence": NonNullable<Json>;
          "extracted_at": string;
          "extraction_model": string;
          "id": string;
          "is_automated": boolean;
          "is_bulk": boolean;
          "key_topics": (string)[];
          "language": string | null;
          "money": NonNullable<Json>;
          "needs_reply": boolean;
          "pain_points": (string)[];
          "primary_intent": string;
          "questions_asked": (string)[];
          "read_instead": string | null;
          "run_id": string | null;
          "secondary_intents": (string)[];
          "sentiment": string;
          "summary": string | null;
          "timeline_mentioned": boolean;
          "urgency_level": string;
          "urgency_reasons": (string)[];
          "workspace_id": string;
        };
        ComputedFields: never;
        Insert: {
          "action_items"?: (string)[];
          "analyzed_text"?: string | null;
          "analyzer": string;
          "analyzer_version": number;
          "automated_kind"?: string | null;
          "budget_mentioned": boolean;
          "business_opportunity"?: string | null;
          "confidence_score": number;
          "contact"?: Json | null;
          "dates"?: NonNullable<Json>;
          "decision_maker": boolean;
          "degraded"?: boolean;
          "email_id": string;
          "entities_mentioned"?: (string)[];
          "evidence"?: NonNullable<Json>;
          "extracted_at"?: string;
          "extraction_model": string;
          "id"?: string;
          "is_automated": boolean;
          "is_bulk": boolean;
          "key_topics"?: (string)[];
          "language"?: string | null;
          "money"?: NonNullable<Json>;
          "needs_reply": boolean;
          "pain_points"?: (string)[];
          "primary_intent": string;
          "questions_asked"?: (string)[];
          "read_instead"?: string | null;
          "run_id"?: string | null;
          "secondary_intents"?: (string)[];
          "sentiment": string;
          "summary"?: string | null;
          "timeline_mentioned": boolean;
          "urgency_level": string;
          "urgency_reasons"?: (string)[];
          "workspace_id": string;
        };
        Update: {
          "action_items"?: (string)[];
          "analyzed_text"?: string | null;
          "analyzer"?: string;
          "analyzer_version"?: number;
          "automated_kind"?: string | null;
          "budget_mentioned"?: boolean;
          "business_opportunity"?: string | null;
          "confidence_score"?: number;
          "contact"?: Json | null;
          "dates"?: NonNullable<Json>;
          "decision_maker"?: boolean;
          "degraded"?: boolean;
          "email_id"?: string;
          "entities_mentioned"?: (string)[];
          "evidence"?: NonNullable<Json>;
          "extracted_at"?: string;
          "extraction_model"?: string;
          "id"?: string;
          "is_automated"?: boolean;
          "is_bulk"?: boolean;
          "key_topics"?: (string)[];
          "language"?: string | null;
          "money"?: NonNullable<Json>;
          "needs_reply"?: boolean;
          "pain_points"?: (string)[];
          "primary_intent"?: string;
          "questions_asked"?: (string)[];
          "read_instead"?: string | null;
          "run_id"?: string | null;
          "secondary_intents"?: (string)[];
          "sentiment"?: string;
          "summary"?: string | null;
          "timeline_mentioned"?: boolean;
          "urgency_level"?: string;
          "urgency_reasons"?: (string)[];
          "workspace_id"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "email_intelligence_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: true;
            referencedRelation: "client_emails";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "email_intelligence_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "job_watches": {
        Row: {
          "after_in_a_row": number;
          "agent_name": string | null;
          "cool_down": string;
          "created_at": string;
          "cron_expression": string | null;
          "enabled": boolean;
          "expected_every": string | null;
          "grace": string;
          "id": string;
          "max_runtime": string | null;
          "task_type": string | null;
          "time_zone": string;
          "token_id": string | null;
          "workspace_id": string;
        };
        ComputedFields: never;
        Insert: {
          "after_in_a_row"?: number;
          "agent_name"?: string | null;
          "cool_down"?: string;
          "created_at"?: string;
          "cron_expression"?: string | null;
          "enabled"?: boolean;
          "expected_every"?: string | null;
          "grace"?: string;
          "id"?: string;
          "max_runtime"?: string | null;
          "task_type"?: string | null;
          "time_zone"?: string;
          "token_id"?: string | null;
          "workspace_id": string;
        };
        Update: {
          "after_in_a_row"?: number;
          "agent_name"?: string | null;
          "cool_down"?: string;
          "created_at"?: string;
          "cron_expression"?: string | null;
          "enabled"?: boolean;
          "expected_every"?: string | null;
          "grace"?: string;
          "id"?: string;
          "max_runtime"?: string | null;
          "task_type"?: string | null;
          "time_zone"?: string;
          "token_id"?: string | null;
          "workspace_id"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "job_watches_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "lead_score_history": {
        Row: {
          "contact_id": string;
          "day": string;
          "score": number;
          "workspace_id": string;
        };
        ComputedFields: never;
        Insert: {
          "contact_id": string;
          "day": string;
          "score": number;
          "workspace_id": string;
        };
        Update: {
          "contact_id"?: string;
          "day"?: string;
          "score"?: number;
          "workspace_id"?: string;
        };
        Relationships: [];
      };
      "lead_scores": {
        Row: {
          "behavior": number;
          "contact_id": string;
          "coverage": number;
          "demographic": number;
          "engagement": number;
          "intelligence": number;
          "model_version": number;
          "reasons": NonNullable<Json>;
          "recency": number;
          "rescore_on": string | null;
          "score": number;
          "scored_at": string;
          "workspace_id": string;
        };
        ComputedFields: never;
        Insert: {
          "behavior": number;
          "contact_id": string;
          "coverage": number;
          "demographic": number;
          "engagement": number;
          "intelligence": number;
          "model_version": number;
          "reasons": NonNullable<Json>;
          "recency": number;
          "rescore_on"?: string | null;
          "score": number;
          "scored_at": string;
          "workspace_id": string;
        };
        Update: {
          "behavior"?: number;
          "contact_id"?: string;
          "coverage"?: number;
          "demographic"?: number;
          "engagement"?: number;
          "intelligence"?: number;
          "model_version"?: number;
          "reasons"?: NonNullable<Json>;
          "recency"?: number;
          "rescore_on"?: string | null;
          "score"?: number;
          "scored_at"?: string;
          "workspace_id"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "lead_scores_contact_id_fkey";
            columns: ["contact_id"];
            isOneToOne: true;
            referencedRelation: "contact_conflicts";
            referencedColumns: ["contact_id"];
          },
          {
            foreignKeyName: "lead_scores_contact_id_fkey";
            columns: ["contact_id"];
            isOneToOne: true;
            referencedRelation: "contacts";
            referencedColumns: ["id"];
          },
        ];
      };
      "legal_holds": {
        Row: {
          "created_at": string;
          "id": string;
          "reason": string;
          "released_at": string | null;
          "workspace_id": string;
        };
        ComputedFields: never;
        Insert: {
          "created_at"?: string;
          "id"?: string;
          "reason": string;
          "released_at"?: string | null;
          "workspace_id": string;
        };
        Update: {
          "created_at"?: string;
          "id"?: string;
          "reason"?: string;
          "released_at"?: string | null;
          "workspace_id"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "legal_holds_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "mailboxes": {
        Row: {
          "address": string | null;
          "created_at": string;
          "id": string;
          "last_error": string | null;
          "last_synced_at": string | null;
          "provider": string;
          "since_days": number;
          "state": string;
          "updated_at": string;
          "workspace_id": string;
        };
        ComputedFields: never;
        Insert: {
          "address"?: string | null;
          "created_at"?: string;
          "id"?: string;
          "last_error"?: string | null;
          "last_synced_at"?: string | null;
          "provider": string;
          "since_days"?: number;
          "state"?: string;
          "updated_at"?: string;
          "workspace_id": string;
        };
        Update: {
          "address"?: string | null;
          "created_at"?: string;
          "id"?: string;
          "last_error"?: string | null;
          "last_synced_at"?: string | null;
          "provider"?: string;
          "since_days"?: number;
          "state"?: string;
          "updated_at"?: string;
          "workspace_id"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "mailboxes_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "model_prices": {
        Row: {
          "cached_input_usd_per_million": number;
          "input_usd_per_million": number;
          "model": string;
          "note": string | null;
          "output_usd_per_million": number;
        };
        ComputedFields: never;
        Insert: {
          "cached_input_usd_per_million": number;
          "input_usd_per_million": number;
          "model": string;
          "note"?: string | null;
          "output_usd_per_million": number;
        };
        Update: {
          "cached_input_usd_per_million"?: number;
          "input_usd_per_million"?: number;
          "model"?: string;
          "note"?: string | null;
          "output_usd_per_million"?: number;
        };
        Relationships: [];
      };
      "retention_rules": {
        Row: {
          "created_at": string;
          "id": string;
          "keep_days": number;
          "task_type": string | null;
          "what": string;
          "workspace_id": string | null;
        };
        ComputedFields: never;
        Insert: {
          "created_at"?: string;
          "id"?: string;
          "keep_days": number;
          "task_type"?: string | null;
          "what": string;
          "workspace_id"?: string | null;
        };
        Update: {
          "created_at"?: string;
          "id"?: string;
          "keep_days"?: number;
          "task_type"?: string | null;
          "what"?: string;
          "workspace_id"?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "retention_rules_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "scoring_models": {
        Row: {
          "behavior": number;
          "demographic": number;
          "engagement": number;
          "id": string;
          "intelligence": number;
          "recency": number;
          "title_words": (string)[];
          "updated_at": string;
          "version": number;
          "wanted_domains": (string)[];
          "workspace_id": string | null;
        };
        ComputedFields: never;
        Insert: {
          "behavior"?: number;
          "demographic"?: number;
          "engagement"?: number;
          "id"?: string;
          "intelligence"?: number;
          "recency"?: number;
          "title_words"?: (string)[];
          "updated_at"?: string;
          "version": number;
          "wanted_domains"?: (string)[];
          "workspace_id"?: string | null;
        };
        Update: {
          "behavior"?: number;
          "demographic"?: number;
          "engagement"?: number;
          "id"?: string;
          "intelligence"?: number;
          "recency"?: number;
          "title_words"?: (string)[];
          "updated_at"?: string;
          "version"?: number;
          "wanted_domains"?: (string)[];
          "workspace_id"?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "scoring_models_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: true;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "task_dispatches": {
        Row: {
          "cron_ended_at": string | null;
          "cron_run_id": number | null;
          "cron_started_at": string | null;
          "cron_status": string | null;
          "detail": string | null;
          "dispatched_at": string;
          "http_status": number | null;
          "id": string;
          "kind": string;
          "request_id": number | null;
          "responded_at": string | null;
          "retry_at": string | null;
          "schedule_id": string;
          "seq": number;
          "slot": string;
          "task_id": string | null;
          "timeout_ms": number | null;
          "verdict": string;
        };
        ComputedFields: never;
        Insert: {
          "cron_ended_at"?: string | null;
          "cron_run_id"?: number | null;
          "cron_started_at"?: string | null;
          "cron_status"?: string | null;
          "detail"?: string | null;
          "dispatched_at"?: string;
          "http_status"?: number | null;
          "id"?: string;
          "kind": string;
          "request_id"?: number | null;
          "responded_at"?: string | null;
          "retry_at"?: string | null;
          "schedule_id": string;
          "seq"?: number;
          "slot": string;
          "task_id"?: string | null;
          "timeout_ms"?: number | null;
          "verdict"?: string;
        };
        Update: {
          "cron_ended_at"?: string | null;
          "cron_run_id"?: number | null;
          "cron_started_at"?: string | null;
          "cron_status"?: string | null;
          "detail"?: string | null;
          "dispatched_at"?: string;
          "http_status"?: number | null;
          "id"?: string;
          "kind"?: string;
          "request_id"?: number | null;
          "responded_at"?: string | null;
          "retry_at"?: string | null;
          "schedule_id"?: string;
          "seq"?: number;
          "slot"?: string;
          "task_id"?: string | null;
          "timeout_ms"?: number | null;
          "verdict"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "task_dispatches_schedule_id_fkey";
            columns: ["schedule_id"];
            isOneToOne: false;
            referencedRelation: "task_schedules";
            referencedColumns: ["id"];
          },
        ];
      };
      "task_schedules": {
        Row: {
          "active_since": string;
          "created_at": string;
          "cron_expression": string | null;
          "enabled": boolean;
          "enqueue_policy": string;
          "for_each": string | null;
          "id": string;
          "max_attempts": number;
          "max_concurrency": number | null;
          "max_concurrency_per_workspace": number | null;
          "max_parallel_runs": number;
          "missed_policy": string;
          "missed_window": string;
          "name": string;
          "overlap_policy": string;
          "payload": NonNullable<Json>;
          "target": string;
          "task_type": string;
          "time_zone": string;
          "timeout_ms": number;
          "updated_at": string;
        };
        ComputedFields: never;
        Insert: {
          "active_since"?: string;
          "created_at"?: string;
          "cron_expression"?: string | null;
          "enabled"?: boolean;
          "enqueue_policy"?: string;
          "for_each"?: string | null;
          "id"?: string;
          "max_attempts"?: number;
          "max_concurrency"?: number | null;
          "max_concurrency_per_workspace"?: number | null;
          "max_parallel_runs"?: number;
          "missed_policy"?: string;
          "missed_window"?: string;
          "name": string;
          "overlap_policy"?: string;
          "payload"?: NonNullable<Json>;
          "target": string;
          "task_type": string;
          "time_zone"?: string;
          "timeout_ms"?: number;
          "updated_at"?: string;
        };
        Update: {
          "active_since"?: string;
          "created_at"?: string;
          "cron_expression"?: string | null;
          "enabled"?: boolean;
          "enqueue_policy"?: string;
          "for_each"?: string | null;
          "id"?: string;
          "max_attempts"?: number;
          "max_concurrency"?: number | null;
          "max_concurrency_per_workspace"?: number | null;
          "max_parallel_runs"?: number;
          "missed_policy"?: string;
          "missed_window"?: string;
          "name"?: string;
          "overlap_policy"?: string;
          "payload"?: NonNullable<Json>;
          "target"?: string;
          "task_type"?: string;
          "time_zone"?: string;
          "timeout_ms"?: number;
          "updated_at"?: string;
        };
        Relationships: [];
      };
      "workspace_budgets": {
        Row: {
          "created_at": string;
          "daily_usd": number | null;
          "id": string;
          "monthly_usd": number | null;
          "paused": boolean;
          "share_percent": number;
          "warn_percent": number;
          "workspace_id": string | null;
        };
        ComputedFields: never;
        Insert: {
          "created_at"?: string;
          "daily_usd"?: number | null;
          "id"?: string;
          "monthly_usd"?: number | null;
          "paused"?: boolean;
          "share_percent"?: number;
          "warn_percent"?: number;
          "workspace_id"?: string | null;
        };
        Update: {
          "created_at"?: string;
          "daily_usd"?: number | null;
          "id"?: string;
          "monthly_usd"?: number | null;
          "paused"?: boolean;
          "share_percent"?: number;
          "warn_percent"?: number;
          "workspace_id"?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "workspace_budgets_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: true;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "workspace_members": {
        Row: {
          "created_at": string;
          "role": string;
          "user_id": string;
          "workspace_id": string;
        };
        ComputedFields: never;
        Insert: {
          "created_at"?: string;
          "role"?: string;
          "user_id": string;
          "workspace_id": string;
        };
        Update: {
          "created_at"?: string;
          "role"?: string;
          "user_id"?: string;
          "workspace_id"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "workspace_members_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "workspace_reports": {
        Row: {
          "created_at": string;
          "id": string;
          "is_partial": boolean;
          "kind": string;
          "numbers": NonNullable<Json>;
          "period_end": string;
          "period_start": string;
          "time_zone": string;
          "updated_at": string;
          "version": number;
          "workspace_id": string | null;
        };
        ComputedFields: never;
        Insert: {
          "created_at": string;
          "id"?: string;
          "is_partial": boolean;
          "kind": string;
          "numbers": NonNullable<Json>;
          "period_end": string;
          "period_start": string;
          "time_zone": string;
          "updated_at": string;
          "version"?: number;
          "workspace_id"?: string | null;
        };
        Update: {
          "created_at"?: string;
          "id"?: string;
          "is_partial"?: boolean;
          "kind"?: string;
          "numbers"?: NonNullable<Json>;
          "period_end"?: string;
          "period_start"?: string;
          "time_zone"?: string;
          "updated_at"?: string;
          "version"?: number;
          "workspace_id"?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "workspace_reports_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "workspace_settings": {
        Row: {
          "enabled_types": (string)[];
          "own_domains": (string)[];
          "report_hour": number;
          "time_zone": string;
          "updated_at": string;
          "week_starts_on": number;
          "workspace_id": string;
        };
        ComputedFields: never;
        Insert: {
          "enabled_types"?: (string)[];
          "own_domains"?: (string)[];
          "report_hour"?: number;
          "time_zone"?: string;
          "updated_at"?: string;
          "week_starts_on"?: number;
          "workspace_id": string;
        };
        Update: {
          "enabled_types"?: (string)[];
          "own_domains"?: (string)[];
          "report_hour"?: number;
          "time_zone"?: string;
          "updated_at"?: string;
          "week_starts_on"?: number;
          "workspace_id"?: string;
        };
        Relationships: [
          {
            foreignKeyName: "workspace_settings_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: true;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "workspaces": {
        Row: {
          "created_at": string;
          "id": string;
          "name": string;
        };
        ComputedFields: never;
        Insert: {
          "created_at"?: string;
          "id"?: string;
          "name": string;
        };
        Update: {
          "created_at"?: string;
          "id"?: string;
          "name"?: string;
        };
        Relationships: [];
      };
    };
    Views: {
      "contact_conflicts": {
        Row: {
          "contact_id": string;
          "email": string;
          "email_id": string | null;
          "field": string;
          "first_seen_at": string;
          "is_shown": boolean | null;
          "last_seen_at": string;
          "source": string;
          "times_seen": number;
          "value": string;
          "workspace_id": string;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "contact_facts_email_id_fkey";
            columns: ["email_id"];
            isOneToOne: false;
            referencedRelation: "client_emails";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "contacts_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "job_watch_states": {
        Row: {
          "agent_name": string | null;
          "expected_at": string | null;
          "failed_in_a_row": number;
          "last_ended_at": string | null;
          "last_started_at": string | null;
          "last_status": string | null;
          "late_ended_at": string | null;
          "late_message": string | null;
          "late_status": string | null;
          "late_task_id": string | null;
          "missed_in_a_row": number;
          "problem_since": string | null;
          "running_task_id": string | null;
          "status": string | null;
          "watch_id": string;
          "workspace_id": string;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: "watch_states_watch_id_fkey";
            columns: ["watch_id"];
            isOneToOne: true;
            referencedRelation: "job_watches";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "watch_states_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      "task_timeline": {
        Row: {
          "completed_at": string | null;
          "dispatched_at": string;
          "expected_at": string;
          "explanation": string | null;
          "http_status": number | null;
          "kind": string;
          "request_verdict": string;
          "responded_at": string | null;
          "schedule": string;
          "seconds_late": number | null;
          "seq": number;
          "started_at": string | null;
          "task_id": string | null;
          "task_status": string | null;
          "task_type": string;
          "unfinished_workspace_tasks": number | null;
          "verdict": string | null;
          "workspace_tasks": number | null;
        };
        ComputedFields: never;
        Relationships: [];
      };
    };
    Functions: {
      "accept_invitation": { Args: { "p_invitation_id": string }; Returns: string };
      "add_contact_facts": {
        Args: { "p_facts": Json; "p_source": string; "p_workspace_id": string };
        Returns: Json;
      };
      "add_member": {
        Args: { "p_email": string; "p_role"?: string; "p_workspace_id": string };
        Returns: Json;
      };
      "admit_caller": {
        Args: { "p_scope": string; "p_token_hash"?: string; "p_workspace_ids"?: (string)[] };
        Returns: Json;
      };
      "admit_request": {
        Args: {
          "p_idempotency_key": string;
          "p_request_hash": string;
          "p_tasks": Json;
          "p_token_hash": string;
        };
        Returns: Json;
      };
      "admit_task_token": { Args: { "p_task_id": string; "p_token_hash": string }; Returns: Json };
      "advance_task": {
        Args: {
          "p_given": Json;
          "p_stored": Omit<
            Database["public"]["Tables"]["autonomous_tasks"]["Row"],
            Database["public"]["Tables"]["autonomous_tasks"]["ComputedFields"]
          >;
        };
        Returns: Json;
      };
      "alert_from_task": {
        Args: {
          "p_message": string;
          "p_run_id": string;
          "p_run_token": string;
          "p_task_id": string;
        };
        Returns: Json;
      };
      "beat_agent_run": {
        Args: { "p_lease_seconds"?: number; "p_run_id": string; "p_run_token": string };
        Returns: Json;
      };
      "beat_mailbox_run": {
        Args: { "p_lease_seconds": number; "p_run_id": string; "p_run_token": string };
        Returns: boolean;
      };
      "beat_run": {
        Args: { "p_lease_seconds": number; "p_run_id": string; "p_run_token": string };
        Returns: boolean;
      };
      "begin_authorization": {
        Args: {
          "p_mailbox_id": string;
          "p_pkce_verifier": string;
          "p_redirect_url"?: string;
          "p_state_hash": string;
        };
        Returns: Json;
      };
      "brake_spending": {
        Args: { "p_is_braked"?: boolean; "p_workspace_id": string };
        Returns: Json;
      };
      "cancel_job": { Args: { "p_task_id": string; "p_token_hash"?: string }; Returns: Json };
      "change_answer": {
        Args: { "p_email_id": string; "p_snoozed_until"?: string; "p_state": string };
        Returns: Json;
      };
      "change_mailbox": { Args: { "p_change": string; "p_mailbox_id": string }; Returns: Json };
      "change_member": {
        Args: { "p_role": string; "p_user_id": string; "p_workspace_id": string };
        Returns: Json;
      };
      "change_schedule": { Args: { "p_change": Json; "p_schedule": string }; Returns: Json };
      "change_task": {
        Args: {
          "p_action": string;
          "p_change"?: Json;
          "p_task_id": string;
          "p_token_hash"?: string;
        };
        Returns: Json;
      };
      "claim_emails": {
        Args: {
          "p_batch_size_per_workspace": number;
          "p_lease_seconds": number;
          "p_limit": number;
          "p_max_workspaces": number;
          "p_prices"?: Json;
          "p_run_id": string;
          "p_run_token": string;
        };
        Returns: Json;
      };
      "claim_mailboxes": {
        Args: {
          "p_lease_seconds": number;
          "p_limit": number;
          "p_run_id": string;
          "p_run_token": string;
        };
        Returns: Json;
      };
      "confirm_mailbox": { Args: { "p_code": string }; Returns: Json };
      "connect_with_password": {
        Args: { "p_mailbox_id": string; "p_secret": Json };
        Returns: Json;
      };
      "create_ingest_token": {
        Args: {
          "p_expires_at"?: string;
          "p_name": string;
          "p_requests_per_minute"?: number;
          "p_scopes"?: (string)[];
          "p_task_types"?: (string)[];
          "p_workspace_id": string;
        };
        Returns: Json;
      };
      "create_mailbox": {
        Args: {
          "p_address"?: string;
          "p_provider": string;
          "p_since_days"?: number;
          "p_workspace_id": string;
        };
        Returns: Json;
      };
      "create_workspace": { Args: { "p_name": string }; Returns: string };
      "end_invitation": { Args: { "p_invitation_id": string }; Returns: boolean };
      "enqueue_jobs": { Args: { "p_agent": string; "p_jobs": Json }; Returns: Json };
      "erase_person": {
        Args: { "p_address": string; "p_dry_run"?: boolean; "p_workspace_id": string };
        Returns: Json;
      };
      "find_runs": { Args: { "p_workspace_id": string }; Returns: string[] };
      "find_tasks": { Args: { "p_filter"?: Json; "p_token_hash"?: string }; Returns: Json };
      "finish_agent_run": {
        Args: { "p_error"?: string; "p_run_id": string; "p_run_token": string };
        Returns: Json;
      };
      "finish_mailbox_run": {
        Args: { "p_error"?: string; "p_report": Json; "p_run_id": string; "p_run_token": string };
        Returns: Json;
      };
      "finish_run": {
        Args: { "p_error"?: string; "p_run_id": string; "p_run_token": string };
        Returns: Json;
      };
      "get_autonomous_task_summary": {
        Args: { "p_hours_back"?: number; "p_task_type"?: string; "p_workspace_id": string };
        Returns: {
          "avg_duration_ms": number;
          "failed_executions": number;
          "last_execution": string;
          "successful_executions": number;
          "task_type": string;
          "total_cost_usd": number;
          "total_executions": number;
        }[];
      };
      "get_budget_status": { Args: { "p_workspace_id"?: string }; Returns: Json };
      "get_email": { Args: { "p_email_id": string }; Returns: Json };
      "get_job": { Args: { "p_task_id": string; "p_token_hash"?: string }; Returns: Json };
      "get_mailbox": { Args: { "p_mailbox_id": string }; Returns: Json };
      "get_project_state": { Args: Record<PropertyKey, never>; Returns: Json };
      "get_pulse": { Args: { "p_workspace_id": string }; Returns: Json };
      "get_report": { Args: { "p_report_id": string }; Returns: Json };
      "get_score_calibration": { Args: { "p_workspace_id": string }; Returns: Json };
      "get_slot_story": {
        Args: { "p_schedule": string; "p_slot": string; "p_workspace_id": string };
        Returns: Json;
      };
      "get_slots": {
        Args: {
          "p_from"?: string;
          "p_schedule"?: string;
          "p_to"?: string;
          "p_workspace_id": string;
        };
        Returns: Json;
      };
      "get_spending": { Args: { "p_days"?: number; "p_workspace_id": string }; Returns: Json };
      "get_system_health": { Args: Record<PropertyKey, never>; Returns: Json };
      "get_task": { Args: { "p_task_id": string; "p_token_hash"?: string }; Returns: Json };
      "get_task_document": { Args: { "p_part": string; "p_task_id": string }; Returns: Json };
      "get_task_story": { Args: { "p_task_id": string }; Returns: Json };
      "get_task_sums": {
        Args: {
          "p_from"?: string;
          "p_task_type"?: string;
          "p_to"?: string;
          "p_workspace_id": string;
        };
        Returns: Json;
      };
      "health": { Args: { "p_schedule": string }; Returns: Json };
      "ingest_email": {
        Args: { "p_email": Json; "p_is_counted"?: boolean; "p_workspace_id": string };
        Returns: Json;
      };
      "invite_member": {
        Args: { "p_email": string; "p_role"?: string; "p_workspace_id": string };
        Returns: Json;
      };
      "is_kept_from_token": { Args: { "p_task_id": string }; Returns: boolean };
      "is_project_operator": { Args: Record<PropertyKey, never>; Returns: boolean };
      "keep_authorization": {
        Args: {
          "p_address": string;
          "p_code_hash": string;
          "p_secret": Json;
          "p_state_hash": string;
          "p_token_expires_at"?: string;
        };
        Returns: Json;
      };
      "list_answers": {
        Args: {
          "p_after"?: string;
          "p_limit"?: number;
          "p_state"?: string;
          "p_workspace_id": string;
        };
        Returns: Json;
      };
      "list_ingest_tokens": { Args: { "p_workspace_id": string }; Returns: Json };
      "list_invitations": { Args: { "p_workspace_id"?: string }; Returns: Json };
      "list_jobs": { Args: { "p_filter"?: Json; "p_token_hash"?: string }; Returns: Json };
      "list_lines": { Args: { "p_task_id": string; "p_token_hash"?: string }; Returns: Json };
      "list_mailboxes": { Args: { "p_workspace_id": string }; Returns: Json };
      "list_members": { Args: { "p_workspace_id": string }; Returns: Json };
      "list_new_messages": {
        Args: { "p_mailbox_id": string; "p_ref_ids": (string)[] };
        Returns: Json;
      };
      "list_report_subscriptions": { Args: { "p_workspace_id"?: string }; Returns: Json };
      "list_schedules": { Args: { "p_workspace_id": string }; Returns: Json };
      "list_tasks": {
        Args: { "p_after"?: Json; "p_filter"?: Json; "p_workspace_id": string };
        Returns: Json;
      };
      "list_timeline": { Args: { "p_filter"?: Json; "p_token_hash"?: string }; Returns: Json };
      "list_watches": { Args: { "p_filter"?: Json; "p_token_hash"?: string }; Returns: Json };
      "log_lines": {
        Args: { "p_lines": Json; "p_run_id": string; "p_run_token": string };
        Returns: Json;
      };
      "log_tasks": {
        Args: {
          "p_idempotency_key"?: string;
          "p_request_hash"?: string;
          "p_request_id"?: string;
          "p_tasks": Json;
          "p_token_hash"?: string;
        };
        Returns: Json;
      };
      "note_late_end": {
        Args: { "p_message"?: string; "p_status": string; "p_task_id": string };
        Returns: boolean;
      };
      "open_alert_email": { Args: { "p_alert_id": string }; Returns: Json };
      "open_report_email": { Args: { "p_delivery_id": string }; Returns: Json };
      "pause_all": { Args: Record<PropertyKey, never>; Returns: Json };
      "ping_task": {
        Args: { "p_event": string; "p_report"?: Json; "p_token_hash": string };
        Returns: Json;
      };
      "preview_cleanup": { Args: { "p_workspace_id": string }; Returns: Json };
      "preview_schedule": {
        Args: { "p_expression": string; "p_time_zone"?: string };
        Returns: Json;
      };
      "read_analyzer_setup": { Args: Record<PropertyKey, never>; Returns: Json };
      "read_mailbox_secret": {
        Args: { "p_lease_token": string; "p_mailbox_id": string };
        Returns: Json;
      };
      "rebuild_metrics": {
        Args: { "p_from": string; "p_to": string; "p_workspace_id": string };
        Returns: number;
      };
      "remember_answer": {
        Args: {
          "p_request_hash": string;
          "p_request_id": string;
          "p_results": Json;
          "p_tasks": Json;
        };
        Returns: undefined;
      };
      "remove_mailbox": {
        Args: { "p_erase_emails"?: boolean; "p_mailbox_id": string };
        Returns: Json;
      };
      "report_costs": {
        Args: {
          "p_agent_name"?: string;
          "p_days_back"?: number;
          "p_token_hash"?: string;
          "p_workspace_id"?: string;
        };
        Returns: Json;
      };
      "report_night": { Args: { "p_from": string; "p_to": string }; Returns: Json };
      "request_jobs": {
        Args: {
          "p_agent": string;
          "p_idempotency_key"?: string;
          "p_jobs": Json;
          "p_request_hash"?: string;
          "p_request_id"?: string;
          "p_token_hash"?: string;
        };
        Returns: Json;
      };
      "requeue_failed_emails": { Args: { "p_workspace_id": string }; Returns: Json };
      "requeue_jobs": {
        Args: { "p_agent": string; "p_token_hash"?: string; "p_workspace_id"?: string };
        Returns: Json;
      };
      "reserve_task_spending": {
        Args: {
          "p_analyzer": string;
          "p_model": string;
          "p_run_id": string;
          "p_run_token": string;
          "p_task_id": string;
          "p_usd": number;
        };
        Returns: Json;
      };
      "retry_job": { Args: { "p_task_id": string; "p_token_hash"?: string }; Returns: Json };
      "retry_task": { Args: { "p_task_id": string; "p_token_hash"?: string }; Returns: Json };
      "retry_tasks": { Args: { "p_task_ids": (string)[] }; Returns: Json };
      "revoke_ingest_token": { Args: { "p_token_id": string }; Returns: boolean };
      "run_schedule": { Args: { "p_schedule": string }; Returns: Json };
      "runner_status": { Args: { "p_schedule": string }; Returns: Json };
      "save_mailbox_secret": {
        Args: { "p_lease_token": string; "p_mailbox_id": string; "p_secret": Json };
        Returns: boolean;
      };
      "save_step": {
        Args: { "p_run_id": string; "p_run_token": string; "p_step": Json; "p_task_id": string };
        Returns: Json;
      };
      "set_budget": {
        Args: {
          "p_daily_usd": number;
          "p_monthly_usd": number;
          "p_paused"?: boolean;
          "p_workspace_id": string;
        };
        Returns: Json;
      };
      "set_workspace_settings": {
        Args: { "p_changes": Json; "p_workspace_id": string };
        Returns: Json;
      };
      "settle_emails": {
        Args: { "p_calls"?: Json; "p_lease_token": string; "p_results": Json };
        Returns: Json;
      };
      "settle_jobs": {
        Args: {
          "p_claim"?: number;
          "p_lease_seconds"?: number;
          "p_results": Json;
          "p_run_id": string;
          "p_run_token": string;
        };
        Returns: Json;
      };
      "settle_mailbox": {
        Args: { "p_lease_token": string; "p_mailbox_id": string; "p_result": Json };
        Returns: boolean;
      };
      "settle_task_spending": {
        Args: {
          "p_reservation_id": string;
          "p_run_id": string;
          "p_run_token": string;
          "p_usd": number;
        };
        Returns: Json;
      };
      "start_agent_run": {
        Args: {
          "p_agent"?: string;
          "p_lease_seconds"?: number;
          "p_limit"?: number;
          "p_task_id": string;
        };
        Returns: Json;
      };
      "start_run": {
        Args: { "p_input"?: Json; "p_lease_seconds"?: number; "p_task_id"?: string };
        Returns: Json;
      };
      "store_mailbox_emails": {
        Args: {
          "p_emails": Json;
          "p_lease_token": string;
          "p_mailbox_id": string;
          "p_progress"?: Json;
        };
        Returns: Json;
      };
      "store_task": {
        Args: { "p_given": Json; "p_is_keyed": boolean; "p_task": Json };
        Returns: Json;
      };
      "subscribe_to_reports": {
        Args: {
          "p_channel": string;
          "p_destination": string;
          "p_kind": string;
          "p_workspace_id": string;
        };
        Returns: string;
      };
      "summarize_tasks": {
        Args: {
          "p_agent_name"?: string;
          "p_hours_back"?: number;
          "p_task_type"?: string;
          "p_token_hash"?: string;
          "p_workspace_id"?: string;
        };
        Returns: Json;
      };
      "take_oauth_state": { Args: { "p_state_hash": string }; Returns: Json };
      "unsubscribe_from_reports": { Args: { "p_subscription_id": string }; Returns: undefined };
      "why": {
        Args: { "p_ref": string; "p_token_hash"?: string; "p_what": string };
        Returns: Json;
      };
    };
    Enums: {
      [_ in never]: never;
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  } ? keyof (
      & DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
      & DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"]
    )
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals } ? (
    & DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    & DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"]
  )[TableName] extends {
    Row: infer R;
  } ? R
  : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R;
    } ? R
    : never
  : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  } ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends
    {
      Insert: infer I;
    } ? I
  : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I;
    } ? I
    : never
  : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  } ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends
    {
      Update: infer U;
    } ? U
  : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U;
    } ? U
    : never
  : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  } ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  } ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][
    CompositeTypeName
  ]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never;

export const Constants = {
  "public": {
    Enums: {},
  },
} as const;
