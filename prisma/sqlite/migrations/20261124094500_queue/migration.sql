-- AlterTable
ALTER TABLE "Flag" ADD COLUMN "confirmDueAt" DATETIME;
ALTER TABLE "Flag" ADD COLUMN "firstById" TEXT;
ALTER TABLE "Flag" ADD COLUMN "measure" TEXT;
ALTER TABLE "Flag" ADD COLUMN "measureAt" DATETIME;
ALTER TABLE "Flag" ADD COLUMN "measureState" TEXT;
ALTER TABLE "Flag" ADD COLUMN "measureUntil" DATETIME;
ALTER TABLE "Flag" ADD COLUMN "reason" TEXT;

-- CreateTable
CREATE TABLE "FlagMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "subjectKey" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "messageId" TEXT,
    "authorId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "FlagMessage_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FlagNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "authorId" TEXT,
    "words" TEXT,
    "createdAt" DATETIME NOT NULL,
    "deleteAfter" DATETIME NOT NULL,
    CONSTRAINT "FlagNote_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "FlagMessage_flagId_createdAt_idx" ON "FlagMessage"("flagId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "FlagMessage_houseId_subjectKey_key" ON "FlagMessage"("houseId", "subjectKey");

-- CreateIndex
CREATE INDEX "FlagNote_flagId_idx" ON "FlagNote"("flagId");

-- CreateIndex
CREATE INDEX "FlagNote_deleteAfter_idx" ON "FlagNote"("deleteAfter");

-- CreateIndex
CREATE INDEX "Flag_houseId_wordsMark_idx" ON "Flag"("houseId", "wordsMark");

-- CreateIndex
CREATE INDEX "OutboxTarget_houseId_messageId_idx" ON "OutboxTarget"("houseId", "messageId");
