/** The very simple form of texts that are long. */
export const simple = {} as const
