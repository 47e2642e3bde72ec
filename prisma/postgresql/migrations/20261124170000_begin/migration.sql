-- CreateTable
CREATE TABLE "House" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "policyVersion" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "House_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Flag" (
    "id" TEXT NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    "deleteAfter" TIMESTAMP(3) NOT NULL,
    "idsUntil" TIMESTAMP(3),
    "barredId" TEXT,
    "reason" TEXT,
    "measure" TEXT,
    "measureState" TEXT,
    "measureAt" TIMESTAMP(3),
    "measureUntil" TIMESTAMP(3),
    "firstById" TEXT,
    "confirmDueAt" TIMESTAMP(3),
    "told" TEXT,
    "drill" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FlagMessage" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "subjectKey" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "messageId" TEXT,
    "authorId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FlagMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FlagNote" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "authorId" TEXT,
    "words" TEXT,
    "about" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "deleteAfter" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FlagNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "policyVersion" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "reporterId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "words" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "deleteAfter" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),
    "tellWhenClosed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportDraft" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "reporterId" TEXT NOT NULL,
    "words" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "deleteAfter" TIMESTAMP(3) NOT NULL,
    "aboutTeam" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ReportDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditLine" (
    "id" SERIAL NOT NULL,
    "houseId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "act" TEXT NOT NULL,
    "flagId" TEXT,
    "actorId" TEXT,
    "fromState" TEXT,
    "toState" TEXT,
    "codes" TEXT NOT NULL,
    "idsUntil" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AuditLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxTarget" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "targetKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "desired" TEXT NOT NULL,
    "desiredVersion" INTEGER NOT NULL DEFAULT 1,
    "doneVersion" INTEGER NOT NULL DEFAULT 0,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "messageId" TEXT,
    "attemptedAt" TIMESTAMP(3),
    "leasedBy" TEXT,
    "leasedUntil" TIMESTAMP(3),
    "nextTry" TIMESTAMP(3),
    "priority" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OutboxTarget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChannelCursor" (
    "houseId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "handledUpTo" TEXT NOT NULL,

    CONSTRAINT "ChannelCursor_pkey" PRIMARY KEY ("houseId","channelId")
);

-- CreateTable
CREATE TABLE "Gap" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Gap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Timer" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "firedAt" TIMESTAMP(3),
    "leasedBy" TEXT,
    "leasedUntil" TIMESTAMP(3),

    CONSTRAINT "Timer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DailyCount" (
    "houseId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "DailyCount_pkey" PRIMARY KEY ("houseId","day","name")
);

-- CreateTable
CREATE TABLE "Talk" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "askerId" TEXT,
    "openFor" TEXT,
    "notId" TEXT,
    "wishId" TEXT,
    "language" TEXT NOT NULL,
    "parentChannelId" TEXT NOT NULL,
    "queueChannelId" TEXT NOT NULL,
    "threadId" TEXT,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "workersWanted" INTEGER NOT NULL,
    "firstWorkerId" TEXT,
    "secondWorkerId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "waitingSince" TIMESTAMP(3) NOT NULL,
    "toldWaiting" BOOLEAN NOT NULL DEFAULT false,
    "joinedAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),
    "closedBy" TEXT,
    "followUpAt" TIMESTAMP(3),
    "followUpDoneAt" TIMESTAMP(3),
    "followUpDoneById" TEXT,
    "flagId" TEXT,

    CONSTRAINT "Talk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactTalk" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "askerId" TEXT,
    "contactId" TEXT,
    "openFor" TEXT,
    "language" TEXT NOT NULL,
    "parentChannelId" TEXT NOT NULL,
    "threadId" TEXT,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "ContactTalk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Objection" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "outcomeBefore" TEXT NOT NULL,
    "words" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "deleteAfter" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LegalHold" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "placedById" TEXT,
    "words" TEXT,
    "until" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "LegalHold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffMatter" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "subjectKey" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "messageId" TEXT,
    "authorId" TEXT,
    "contactId" TEXT,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "outcome" TEXT,
    "words" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    "deleteAfter" TIMESTAMP(3) NOT NULL,
    "idsUntil" TIMESTAMP(3),

    CONSTRAINT "StaffMatter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffReport" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "matterId" TEXT NOT NULL,
    "reporterId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "words" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "deleteAfter" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),
    "tellWhenClosed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "StaffReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatterHold" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "matterId" TEXT NOT NULL,
    "placedById" TEXT,
    "words" TEXT,
    "until" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "MatterHold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IntegrityConsent" (
    "houseId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "acceptedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "IntegrityConsent_pkey" PRIMARY KEY ("houseId","userId")
);

-- CreateTable
CREATE TABLE "DataNote" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "words" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "deleteAfter" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "doneById" TEXT,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "DataNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeRead" (
    "houseId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "readAt" TIMESTAMP(3) NOT NULL,
    "deleteAfter" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "NoticeRead_pkey" PRIMARY KEY ("houseId","memberId")
);

-- CreateTable
CREATE TABLE "HeldMessage" (
    "messageId" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "authorId" TEXT,
    "state" TEXT NOT NULL,
    "heldAt" TIMESTAMP(3) NOT NULL,
    "told" TEXT,
    "wayBack" TEXT,
    "repostId" TEXT,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "HeldMessage_pkey" PRIMARY KEY ("messageId")
);

-- CreateTable
CREATE TABLE "DutyShift" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "memberId" TEXT,
    "openFor" TEXT,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),
    "endedBy" TEXT,
    "idsUntil" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DutyShift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FlagClock" (
    "flagId" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "runsFrom" TIMESTAMP(3),
    "spent" INTEGER NOT NULL DEFAULT 0,
    "told" INTEGER NOT NULL DEFAULT 0,
    "onCallTold" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "FlagClock_pkey" PRIMARY KEY ("flagId")
);

-- CreateTable
CREATE TABLE "HouseOpening" (
    "houseId" TEXT NOT NULL,
    "queueChannelId" TEXT NOT NULL,
    "lineChannelIds" TEXT NOT NULL,
    "openSince" TIMESTAMP(3),
    "closedSince" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "HouseOpening_pkey" PRIMARY KEY ("houseId")
);

-- CreateTable
CREATE TABLE "HandOver" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "fromId" TEXT,
    "openFor" TEXT,
    "toId" TEXT,
    "state" TEXT NOT NULL,
    "ending" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),
    "idsUntil" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "HandOver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HouseClosure" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "untilDay" TEXT NOT NULL,
    "placedById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "liftedAt" TIMESTAMP(3),
    "idsUntil" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "HouseClosure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HouseEnd" (
    "houseId" TEXT NOT NULL,
    "lastDay" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3) NOT NULL,
    "stoppedAt" TIMESTAMP(3),

    CONSTRAINT "HouseEnd_pkey" PRIMARY KEY ("houseId")
);

-- CreateTable
CREATE TABLE "TrialSample" (
    "houseId" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "deleteAfter" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TrialSample_pkey" PRIMARY KEY ("houseId","ruleId","messageId")
);

-- CreateTable
CREATE TABLE "FlagRound" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "clockFrom" TIMESTAMP(3) NOT NULL,
    "firstSeconds" INTEGER,
    "firstOpenSeconds" INTEGER,
    "overdue" BOOLEAN,
    "closedAt" TIMESTAMP(3),
    "closedSeconds" INTEGER,
    "closedOpenSeconds" INTEGER,
    "outcome" TEXT,

    CONSTRAINT "FlagRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SentLine" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "writerId" TEXT,
    "workerId" TEXT,
    "lineId" TEXT,
    "words" TEXT,
    "language" TEXT NOT NULL,
    "parentChannelId" TEXT NOT NULL,
    "threadId" TEXT,
    "messageId" TEXT,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SentLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChannelLimit" (
    "id" TEXT NOT NULL,
    "houseId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "queueChannelId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "openFor" TEXT,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "seconds" INTEGER,
    "plan" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),
    "result" TEXT,

    CONSTRAINT "ChannelLimit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Flag_houseId_authorId_idx" ON "Flag"("houseId", "authorId");

-- CreateIndex
CREATE INDEX "Flag_houseId_state_rank_createdAt_idx" ON "Flag"("houseId", "state", "rank", "createdAt");

-- CreateIndex
CREATE INDEX "Flag_houseId_wordsMark_idx" ON "Flag"("houseId", "wordsMark");

-- CreateIndex
CREATE INDEX "Flag_houseId_createdAt_idx" ON "Flag"("houseId", "createdAt");

-- CreateIndex
CREATE INDEX "Flag_houseId_drill_idx" ON "Flag"("houseId", "drill");

-- CreateIndex
CREATE INDEX "Flag_deleteAfter_idx" ON "Flag"("deleteAfter");

-- CreateIndex
CREATE UNIQUE INDEX "Flag_houseId_subjectKey_key" ON "Flag"("houseId", "subjectKey");

-- CreateIndex
CREATE INDEX "FlagMessage_flagId_createdAt_idx" ON "FlagMessage"("flagId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "FlagMessage_houseId_subjectKey_key" ON "FlagMessage"("houseId", "subjectKey");

-- CreateIndex
CREATE INDEX "FlagNote_flagId_idx" ON "FlagNote"("flagId");

-- CreateIndex
CREATE INDEX "FlagNote_deleteAfter_idx" ON "FlagNote"("deleteAfter");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_flagId_ruleId_start_end_policyVersion_key" ON "Finding"("flagId", "ruleId", "start", "end", "policyVersion");

-- CreateIndex
CREATE INDEX "Report_houseId_reporterId_createdAt_idx" ON "Report"("houseId", "reporterId", "createdAt");

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
CREATE INDEX "OutboxTarget_houseId_messageId_idx" ON "OutboxTarget"("houseId", "messageId");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxTarget_houseId_targetKey_key" ON "OutboxTarget"("houseId", "targetKey");

-- CreateIndex
CREATE UNIQUE INDEX "Gap_houseId_channelId_fromId_key" ON "Gap"("houseId", "channelId", "fromId");

-- CreateIndex
CREATE INDEX "Timer_firedAt_dueAt_idx" ON "Timer"("firedAt", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Timer_houseId_key_key" ON "Timer"("houseId", "key");

-- CreateIndex
CREATE INDEX "Talk_houseId_state_idx" ON "Talk"("houseId", "state");

-- CreateIndex
CREATE INDEX "Talk_flagId_idx" ON "Talk"("flagId");

-- CreateIndex
CREATE UNIQUE INDEX "Talk_houseId_openFor_key" ON "Talk"("houseId", "openFor");

-- CreateIndex
CREATE INDEX "ContactTalk_houseId_threadId_idx" ON "ContactTalk"("houseId", "threadId");

-- CreateIndex
CREATE UNIQUE INDEX "ContactTalk_houseId_openFor_key" ON "ContactTalk"("houseId", "openFor");

-- CreateIndex
CREATE UNIQUE INDEX "Objection_flagId_key" ON "Objection"("flagId");

-- CreateIndex
CREATE INDEX "Objection_houseId_authorId_idx" ON "Objection"("houseId", "authorId");

-- CreateIndex
CREATE INDEX "Objection_deleteAfter_idx" ON "Objection"("deleteAfter");

-- CreateIndex
CREATE INDEX "LegalHold_houseId_endedAt_until_idx" ON "LegalHold"("houseId", "endedAt", "until");

-- CreateIndex
CREATE INDEX "LegalHold_flagId_idx" ON "LegalHold"("flagId");

-- CreateIndex
CREATE INDEX "StaffMatter_houseId_contactId_state_idx" ON "StaffMatter"("houseId", "contactId", "state");

-- CreateIndex
CREATE INDEX "StaffMatter_deleteAfter_idx" ON "StaffMatter"("deleteAfter");

-- CreateIndex
CREATE UNIQUE INDEX "StaffMatter_houseId_subjectKey_key" ON "StaffMatter"("houseId", "subjectKey");

-- CreateIndex
CREATE INDEX "StaffReport_houseId_reporterId_createdAt_idx" ON "StaffReport"("houseId", "reporterId", "createdAt");

-- CreateIndex
CREATE INDEX "StaffReport_deleteAfter_idx" ON "StaffReport"("deleteAfter");

-- CreateIndex
CREATE UNIQUE INDEX "StaffReport_matterId_reporterId_key" ON "StaffReport"("matterId", "reporterId");

-- CreateIndex
CREATE INDEX "MatterHold_houseId_endedAt_until_idx" ON "MatterHold"("houseId", "endedAt", "until");

-- CreateIndex
CREATE INDEX "MatterHold_matterId_idx" ON "MatterHold"("matterId");

-- CreateIndex
CREATE INDEX "DataNote_houseId_userId_idx" ON "DataNote"("houseId", "userId");

-- CreateIndex
CREATE INDEX "DataNote_deleteAfter_idx" ON "DataNote"("deleteAfter");

-- CreateIndex
CREATE INDEX "NoticeRead_houseId_version_idx" ON "NoticeRead"("houseId", "version");

-- CreateIndex
CREATE INDEX "NoticeRead_deleteAfter_idx" ON "NoticeRead"("deleteAfter");

-- CreateIndex
CREATE INDEX "HeldMessage_flagId_idx" ON "HeldMessage"("flagId");

-- CreateIndex
CREATE INDEX "HeldMessage_houseId_authorId_idx" ON "HeldMessage"("houseId", "authorId");

-- CreateIndex
CREATE INDEX "HeldMessage_houseId_channelId_heldAt_idx" ON "HeldMessage"("houseId", "channelId", "heldAt");

-- CreateIndex
CREATE INDEX "DutyShift_houseId_endedAt_idx" ON "DutyShift"("houseId", "endedAt");

-- CreateIndex
CREATE INDEX "DutyShift_idsUntil_idx" ON "DutyShift"("idsUntil");

-- CreateIndex
CREATE UNIQUE INDEX "DutyShift_houseId_openFor_key" ON "DutyShift"("houseId", "openFor");

-- CreateIndex
CREATE INDEX "FlagClock_houseId_runsFrom_idx" ON "FlagClock"("houseId", "runsFrom");

-- CreateIndex
CREATE INDEX "HandOver_idsUntil_idx" ON "HandOver"("idsUntil");

-- CreateIndex
CREATE UNIQUE INDEX "HandOver_houseId_openFor_key" ON "HandOver"("houseId", "openFor");

-- CreateIndex
CREATE INDEX "HouseClosure_houseId_liftedAt_idx" ON "HouseClosure"("houseId", "liftedAt");

-- CreateIndex
CREATE INDEX "HouseClosure_idsUntil_idx" ON "HouseClosure"("idsUntil");

-- CreateIndex
CREATE INDEX "TrialSample_deleteAfter_idx" ON "TrialSample"("deleteAfter");

-- CreateIndex
CREATE INDEX "FlagRound_flagId_startedAt_idx" ON "FlagRound"("flagId", "startedAt");

-- CreateIndex
CREATE INDEX "FlagRound_houseId_startedAt_idx" ON "FlagRound"("houseId", "startedAt");

-- CreateIndex
CREATE INDEX "FlagRound_houseId_closedAt_idx" ON "FlagRound"("houseId", "closedAt");

-- CreateIndex
CREATE INDEX "SentLine_houseId_threadId_idx" ON "SentLine"("houseId", "threadId");

-- CreateIndex
CREATE INDEX "SentLine_houseId_writerId_idx" ON "SentLine"("houseId", "writerId");

-- CreateIndex
CREATE INDEX "ChannelLimit_houseId_endedAt_idx" ON "ChannelLimit"("houseId", "endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ChannelLimit_houseId_openFor_key" ON "ChannelLimit"("houseId", "openFor");

-- AddForeignKey
ALTER TABLE "FlagMessage" ADD CONSTRAINT "FlagMessage_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FlagNote" ADD CONSTRAINT "FlagNote_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalHold" ADD CONSTRAINT "LegalHold_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffReport" ADD CONSTRAINT "StaffReport_matterId_fkey" FOREIGN KEY ("matterId") REFERENCES "StaffMatter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatterHold" ADD CONSTRAINT "MatterHold_matterId_fkey" FOREIGN KEY ("matterId") REFERENCES "StaffMatter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HeldMessage" ADD CONSTRAINT "HeldMessage_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The audit refuses change. Prisma has no word for triggers, so they are written by hand here.
CREATE FUNCTION "AuditLine_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = TG_ARGV[0];
END
$$;

CREATE TRIGGER "AuditLine_is_never_deleted" BEFORE DELETE ON "AuditLine"
FOR EACH ROW EXECUTE FUNCTION "AuditLine_refuse"('an audit line is never deleted');

CREATE TRIGGER "AuditLine_is_never_emptied" BEFORE TRUNCATE ON "AuditLine"
FOR EACH STATEMENT EXECUTE FUNCTION "AuditLine_refuse"('an audit line is never deleted');

-- The one change it accepts: forgetting ids. Codes, times and order stay as they were written.
CREATE TRIGGER "AuditLine_only_forgets_ids" BEFORE UPDATE ON "AuditLine"
FOR EACH ROW WHEN (NOT (
  NEW."id" = OLD."id" AND NEW."houseId" = OLD."houseId" AND NEW."at" = OLD."at" AND NEW."act" = OLD."act"
  AND NEW."fromState" IS NOT DISTINCT FROM OLD."fromState" AND NEW."toState" IS NOT DISTINCT FROM OLD."toState"
  AND NEW."codes" = OLD."codes" AND NEW."idsUntil" = OLD."idsUntil"
  AND NEW."actorId" IS NULL AND NEW."flagId" IS NULL
)) EXECUTE FUNCTION "AuditLine_refuse"('an audit line is never changed');
