-- AlterTable
ALTER TABLE "Flag" ADD COLUMN "barredId" TEXT;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN "withdrawnAt" DATETIME;
ALTER TABLE "Report" ADD COLUMN "tellWhenClosed" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Objection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "outcomeBefore" TEXT NOT NULL,
    "words" TEXT,
    "createdAt" DATETIME NOT NULL,
    "deleteAfter" DATETIME NOT NULL,
    CONSTRAINT "Objection_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LegalHold" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "placedById" TEXT,
    "words" TEXT,
    "until" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "LegalHold_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StaffMatter" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "deleteAfter" DATETIME NOT NULL,
    "idsUntil" DATETIME
);

-- CreateTable
CREATE TABLE "StaffReport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "matterId" TEXT NOT NULL,
    "reporterId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "words" TEXT,
    "createdAt" DATETIME NOT NULL,
    "deleteAfter" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    "tellWhenClosed" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "StaffReport_matterId_fkey" FOREIGN KEY ("matterId") REFERENCES "StaffMatter" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IntegrityConsent" (
    "houseId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "acceptedAt" DATETIME NOT NULL,

    PRIMARY KEY ("houseId", "userId")
);

-- CreateTable
CREATE TABLE "DataNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "words" TEXT,
    "createdAt" DATETIME NOT NULL,
    "deleteAfter" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "doneById" TEXT,
    "doneAt" DATETIME
);

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
CREATE INDEX "DataNote_houseId_userId_idx" ON "DataNote"("houseId", "userId");

-- CreateIndex
CREATE INDEX "DataNote_deleteAfter_idx" ON "DataNote"("deleteAfter");

-- CreateIndex
CREATE INDEX "Flag_houseId_authorId_idx" ON "Flag"("houseId", "authorId");

-- CreateIndex
CREATE INDEX "Report_houseId_reporterId_createdAt_idx" ON "Report"("houseId", "reporterId", "createdAt");
