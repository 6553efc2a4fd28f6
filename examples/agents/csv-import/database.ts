/** Types of your own tables, as `supabase gen types typescript` writes them. */
export interface Database {
  public: {
    Tables: {
      imported_contacts: {
        Row: { email: string; name: string };
        Insert: { email: string; name: string };
        Update: { email?: string; name?: string };
        Relationships: [];
      };
    };
    Views: Record<never, never>;
    Functions: Record<never, never>;
    Enums: Record<never, never>;
    CompositeTypes: Record<never, never>;
  };
}
