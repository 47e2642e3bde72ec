export const trouble = {
  'error.cannot-store':
    'Le bot ne peut pas garder cela maintenant : l’équipe ne le reçoit donc pas. Réessaie plus tard, ou parle à un animateur. Besoin d’aide maintenant ? Appelle le 107, jour et nuit. Danger ? Appelle le 112.',
  'queue.show.key-gone':
    'Le texte n’est plus lisible : la clé de ce jour n’est plus là. Regarde sur Discord même.',
  'queue.show.damaged': 'Le texte n’est plus lisible : il est abîmé. Regarde sur Discord même.',
  'trouble.disk-full': 'le disque est plein',
  'trouble.read-only': 'le bot ne peut pas écrire dans sa base de données',
  'trouble.unreachable': 'la base de données est inaccessible',
  'trouble.damaged': 'la base de données est abîmée',
  'trouble.keys': 'les clés sont inaccessibles',
  'trouble.note':
    '**Le bot ne peut rien garder maintenant : {why}.** Les nouveaux messages et signalements n’arrivent pas dans la file. Regardez vous-mêmes dans les salons. `/praat` fonctionne comme toujours. Prévenez la personne qui gère le bot. Quand c’est réparé, le bot relit tout et ce message disparaît.',
  'staff.words-unreadable':
    'Le texte de {count, plural, one {# message} other {# messages}} de la file n’est plus lisible : la clé manque ou est abîmée. Les cartes restent. Regardez sur Discord même. La personne qui gère le bot peut remettre les clés.',
  'staff.agreements-reports':
    'Le bot a démarré sans règles : quelque chose ne va pas dans les fichiers des accords. Il ne lit pas de messages maintenant. Signaler et `/praat` fonctionnent. Corrigez les fichiers et redémarrez le bot.\n{problems}',
  'staff.talks-off':
    '« Plutôt avec nous » est désactivé. {why, select, permissions {Dans {channel} il manque au bot ces droits : {missing}. Donnez-les-lui là.} other {Le salon {channel} n’existe pas. Recréez-le, ou modifiez talks dans house.yaml.}} Ensuite cela se réactive tout seul.',
  'staff.restored':
    'Le bot a été remis comme il était le {at}. Il ne connaît plus ce qui s’est passé après : signalements, décisions, conversations. Il relit les messages des salons. Vérifiez ce qui était ouvert à ce moment.',
} as const
