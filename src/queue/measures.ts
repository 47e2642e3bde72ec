/** What a person can do, through a card, so that the writer cannot go on: lightest first. Never for a worry. */
export const MEASURES = ['pause', 'kick', 'ban'] as const
export type Measure = (typeof MEASURES)[number]

/**
 * How far it is. `proposed`: a ban without danger waits for its second person. `wanted`: decided, Discord is being
 * asked. `done`. `refused`: Discord does not let the bot. `lifting` and `lifted`: somebody undid it.
 */
export const MEASURE_STATES = ['proposed', 'wanted', 'done', 'refused', 'lifting', 'lifted'] as const
export type MeasureState = (typeof MEASURE_STATES)[number]

/** How long a pause can be, in minutes: an hour unless somebody chooses otherwise. */
export const PAUSES = [60, 1_440, 10_080, 40_320] as const
/** Discord's longest time-out, in minutes (28 days). */
export const LONGEST_PAUSE = 28 * 24 * 60

const STANDING: ReadonlySet<MeasureState> = new Set(['wanted', 'done', 'refused'])

/** Whether the measure holds, or was meant to. */
export const stands = (state: MeasureState | null): boolean => state !== null && STANDING.has(state)

/** What can be undone: who was put out of the server comes back by an invitation, not by the bot. */
export const canBeLifted = (measure: Measure): boolean => measure !== 'kick'
