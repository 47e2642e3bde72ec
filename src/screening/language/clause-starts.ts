/**
 * Words that begin a new clause, in the languages of the house. "Is het niet duidelijk dat ik dat haat" denies nothing
 * about what comes after "dat": what a term says of one clause ends before them.
 */
export const CLAUSE_STARTS: readonly string[] = (
  'dat da omdat want maar mor terwijl hoewel zodat tenzij aangezien ' +
  'because but while although unless ' +
  'parce puisque mais quoique'
).split(' ')
