/** A column, in words that both databases and the schema have in common. */
export interface ColumnShape {
  /** `text`, `int`, `boolean` or `moment`; anything else as the database calls it. */
  readonly type: string
  readonly required: boolean
  /** As text; `counts up` for a number that the database gives out. */
  readonly default: string | null
}
export interface TableShape {
  readonly columns: Readonly<Record<string, ColumnShape>>
  /** The columns of the primary key, in order. */
  readonly key: readonly string[]
  /** The columns of each unique index, and of each other one, as text and sorted. */
  readonly unique: readonly string[]
  readonly indexed: readonly string[]
  /** `flagId → Flag.id, CASCADE, CASCADE` (on delete, on update), sorted. */
  readonly refersTo: readonly string[]
  /** What refuses changes, sorted. */
  readonly guards: readonly string[]
}
/** All tables, by name. */
export type Shape = Readonly<Record<string, TableShape>>

/** What the schema cannot say, since Prisma has no word for it, but must stand in both databases. */
export const GUARDS: Readonly<Record<string, readonly string[]>> = {
  AuditLine: ['DELETE: an audit line is never deleted', 'UPDATE: an audit line is never changed'],
}
/** Beside these, one database can be emptied by a statement that the other does not know. */
export const EMPTYING = 'TRUNCATE'
