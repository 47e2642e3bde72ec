import type { PracticeHouse } from '../house.ts'

/** What a lesson needs of a practice house. It reads there; whatever it does, it does as one of its cast. */
export type LessonHouse = Pick<PracticeHouse, 'discord' | 'bot' | 'policy' | 'settled'>
