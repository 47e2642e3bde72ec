import type { Category } from '../screening/kinds.ts'

/** What `--json` writes. A figure that has no meaning in a set is null. Shares go from 0 to 1; intervals are 95 %. */

export interface Figure {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

/** So many of so many. */
export interface ShareFigure extends Figure {
  readonly count: number
  readonly of: number
}

export interface CategoryScore {
  /** `any`: flagged at all, whatever for. */
  readonly category: Category | 'any'
  /** Sentences that belong to it, and sentences that were found. */
  readonly gold: number
  readonly found: number
  readonly tp: number
  readonly fp: number
  readonly fn: number
  readonly tn: number
  readonly precision: Figure
  readonly recall: Figure
  readonly f1: Figure
  /** The mean of the F1 of belonging to it and of not belonging to it. */
  readonly macroF1: Figure
}

export interface GroupScore {
  readonly group: string
  readonly gold: 'yes' | 'no' | 'both'
  readonly right: ShareFigure
  /** Flagged, whatever for. */
  readonly flagged: ShareFigure
}

export interface BenignScore {
  readonly any: ShareFigure
  readonly categories: Readonly<Record<Category, ShareFigure>>
}

export interface RuleScore {
  readonly rule: string
  readonly category: Category
  /** Sentences that it found, and those among them that do not belong to its category. */
  readonly found: number
  readonly wrong: number
}

export interface FileReport {
  readonly file: string
  readonly form: 'json' | 'text'
  readonly kind: 'one' | 'all' | 'benign'
  /** The field that holds the verdict, if there is one. */
  readonly key: string | null
  readonly rows: number
  /** Rows with a verdict. */
  readonly judged: number
  readonly categories: readonly CategoryScore[]
  /** The mean of the F1 of each category that occurs in the verdicts; only where they name several. */
  readonly meanF1: Figure | null
  readonly groups: readonly GroupScore[]
  /** Recall of what is spelled in disguise beside the recall of the rest, where there are groups `spell_…`. */
  readonly disguise: {
    readonly spelling: ShareFigure
    readonly clean: ShareFigure
    readonly ratio: Figure
  } | null
  /** Neutral and positive mentions (`ident_…`) left alone: by the category that is scored, and by all. */
  readonly identity: { readonly leftAlone: ShareFigure; readonly byAll: ShareFigure } | null
  readonly benign: BenignScore | null
  readonly rules: readonly RuleScore[]
}

/** The same groups in several files: a figure that falls where nobody looked while tuning shows here. */
export interface SharedGroups {
  readonly groups: readonly string[]
  readonly files: readonly { readonly file: string; readonly macroF1: Figure }[]
  readonly gap: number | null
}

export interface Report {
  readonly policy: string
  readonly channel: string
  readonly category: Category
  readonly by: string
  readonly resamples: number
  readonly seed: number
  readonly files: readonly FileReport[]
  /** Ordinary sentences of all files together. */
  readonly benign: BenignScore | null
  readonly shared: SharedGroups | null
}
