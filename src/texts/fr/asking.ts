export const asking = {
  'progress.longer': 'Cela prend plus de temps que d’habitude. Attends un peu : la réponse vient ici.',
  'progress.form': 'Discord était trop lent pour montrer le formulaire. Appuie sur le bouton : il arrive.',
  'progress.button.form': 'Montrer le formulaire',

  'complete.not-allowed.option':
    'Cette commande est pour l’équipe. Tape /info : tu y vois ce que tu peux faire.',
  'complete.not-ready.option': 'Le bot n’est pas encore prêt. Attends un peu, puis tape à nouveau.',
  'complete.failed.option': 'Impossible de proposer maintenant. Écris toi-même, ou réessaie plus tard.',
  'complete.none-fits.option': 'Rien ne correspond. Écris plus court, ou vide le champ.',
  'complete.no-flags.option': 'La file est vide. Colle le lien d’un message, ou attends un signalement.',
  'complete.link.option': 'Le message de ce lien',
  'complete.no-day.option': 'Aucun jour trouvé. Écris un jour, un mois, ou une date comme 2026-12-24.',
} as const
