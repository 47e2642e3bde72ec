/**
 * What tells a flag of the house from one of a drill: the one place for it. Every query and every listener that counts,
 * reminds, groups or keeps something uses this, so that a drill never shows in a figure and never calls anybody.
 */
export const REAL = { drill: false } as const

export const isReal = ({ drill }: { readonly drill?: boolean }): boolean => drill !== true

/** The code that every line of the audit about a drill carries. */
export const drillCode = (flag: { readonly drill?: boolean }): { readonly drill?: 'yes' } =>
  isReal(flag) ? {} : { drill: 'yes' }
