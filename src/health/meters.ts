import type { Answer, ConnectionTurn, EffectEnd } from './labels.ts'

/** What is counted where it happens: an addition in memory, and nothing else. */
export interface Meters {
  command(name: string | undefined, answer: Answer): void
  flagged(flag: { readonly kind: string; readonly level: string; readonly source: string }): void
  decided(outcome: string | null): void
  effect(kind: string, end: EffectEnd): void
  rest(status: number): void
  connection(turn: ConnectionTurn): void
}

/** Counts nothing: for a bot that nobody measures. */
export const NO_METERS: Meters = {
  command: () => undefined,
  flagged: () => undefined,
  decided: () => undefined,
  effect: () => undefined,
  rest: () => undefined,
  connection: () => undefined,
}
