-- CreateTable
CREATE TABLE "House" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "policyVersion" TEXT NOT NULL,
    "firstSeenAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Flag" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "subjectKey" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "messageId" TEXT,
    "authorId" TEXT,
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "ownerId" TEXT,
    "loweredById" TEXT,
    "proposedOutcome" TEXT,
    "proposedById" TEXT,
    "outcome" TEXT,
    "decidedById" TEXT,
    "seenLate" BOOLEAN NOT NULL DEFAULT false,
    "words" TEXT,
    "wordsMark" TEXT,
    "policyVersion" TEXT NOT NULL,
    "queueChannelId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "deleteAfter" DATETIME NOT NULL,
    "idsUntil" DATETIME
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "policyVersion" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Finding_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "reporterId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "words" TEXT,
    "createdAt" DATETIME NOT NULL,
    "deleteAfter" DATETIME NOT NULL,
    CONSTRAINT "Report_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReportDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "reporterId" TEXT NOT NULL,
    "words" TEXT,
    "createdAt" DATETIME NOT NULL,
    "deleteAfter" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AuditLine" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "houseId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "act" TEXT NOT NULL,
    "flagId" TEXT,
    "actorId" TEXT,
    "fromState" TEXT,
    "toState" TEXT,
    "codes" TEXT NOT NULL,
    "idsUntil" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "OutboxTarget" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "targetKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "desired" TEXT NOT NULL,
    "desiredVersion" INTEGER NOT NULL DEFAULT 1,
    "doneVersion" INTEGER NOT NULL DEFAULT 0,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "messageId" TEXT,
    "attemptedAt" DATETIME,
    "leasedBy" TEXT,
    "leasedUntil" DATETIME,
    "nextTry" DATETIME,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ChannelCursor" (
    "houseId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "handledUpTo" TEXT NOT NULL,

    PRIMARY KEY ("houseId", "channelId")
);

-- CreateTable
CREATE TABLE "Gap" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Timer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "firedAt" DATETIME,
    "leasedBy" TEXT,
    "leasedUntil" DATETIME
);

-- CreateTable
CREATE TABLE "DailyCount" (
    "houseId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("houseId", "day", "name")
);

-- CreateIndex
CREATE INDEX "Flag_houseId_state_rank_createdAt_idx" ON "Flag"("houseId", "state", "rank", "createdAt");

-- CreateIndex
CREATE INDEX "Flag_deleteAfter_idx" ON "Flag"("deleteAfter");

-- CreateIndex
CREATE UNIQUE INDEX "Flag_houseId_subjectKey_key" ON "Flag"("houseId", "subjectKey");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_flagId_ruleId_start_end_policyVersion_key" ON "Finding"("flagId", "ruleId", "start", "end", "policyVersion");

-- CreateIndex
CREATE INDEX "Report_deleteAfter_idx" ON "Report"("deleteAfter");

-- CreateIndex
CREATE UNIQUE INDEX "Report_flagId_reporterId_key" ON "Report"("flagId", "reporterId");

-- CreateIndex
CREATE INDEX "ReportDraft_deleteAfter_idx" ON "ReportDraft"("deleteAfter");

-- CreateIndex
CREATE INDEX "AuditLine_houseId_at_idx" ON "AuditLine"("houseId", "at");

-- CreateIndex
CREATE INDEX "AuditLine_flagId_idx" ON "AuditLine"("flagId");

-- CreateIndex
CREATE INDEX "OutboxTarget_nextTry_idx" ON "OutboxTarget"("nextTry");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxTarget_houseId_targetKey_key" ON "OutboxTarget"("houseId", "targetKey");

-- CreateIndex
CREATE UNIQUE INDEX "Gap_houseId_channelId_fromId_key" ON "Gap"("houseId", "channelId", "fromId");

-- CreateIndex
CREATE INDEX "Timer_firedAt_dueAt_idx" ON "Timer"("firedAt", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Timer_houseId_key_key" ON "Timer"("houseId", "key");



-- The audit refuses change. Prisma has no word for triggers, so they are written by hand here.
CREATE TRIGGER "AuditLine_is_never_deleted" BEFORE DELETE ON "AuditLine"
BEGIN
  SELECT RAISE(ABORT, 'an audit line is never deleted');
END;

-- The one change it accepts: forgetting ids. Codes, times and order stay as they were written.
CREATE TRIGGER "AuditLine_only_forgets_ids" BEFORE UPDATE ON "AuditLine"
WHEN NOT (
  NEW."id" IS OLD."id" AND NEW."houseId" IS OLD."houseId" AND NEW."at" IS OLD."at" AND NEW."act" IS OLD."act"
  AND NEW."fromState" IS OLD."fromState" AND NEW."toState" IS OLD."toState" AND NEW."codes" IS OLD."codes"
  AND NEW."idsUntil" IS OLD."idsUntil" AND NEW."actorId" IS NULL AND NEW."flagId" IS NULL
)
BEGIN
  SELECT RAISE(ABORT, 'an audit line is never changed');
END;
