export type AlertTables = {
  'alerts.price_alert': {
    id: string;
    user_id: string;
    listing_id: string;
    from_minor: number;
    target_minor: number | null;
    currency: string;
    state: 'waiting' | 'fired' | 'ended';
    set_at: Date;
    fired_minor: number | null;
    fired_at: Date | null;
    told_at: Date | null;
  };
};
