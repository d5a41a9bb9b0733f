export type NotificationTables = {
  'notifications.notification': NotificationRow;
  'notifications.progress': { follower: string; seen_event_id: string };
};

export type NotificationRow = {
  id: string;
  user_id: string;
  /** The event of the outbox that it tells of. */
  event_id: string;
  kind: 'question-asked' | 'question-answered';
  question_id: string;
  answer_id: string | null;
  at: Date;
  read_at: Date | null;
};
