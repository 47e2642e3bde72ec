-- AlterTable
ALTER TABLE "Flag" ADD COLUMN "drill" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "FlagRound" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "clockFrom" DATETIME NOT NULL,
    "firstSeconds" INTEGER,
    "firstOpenSeconds" INTEGER,
    "overdue" BOOLEAN,
    "closedAt" DATETIME,
    "closedSeconds" INTEGER,
    "closedOpenSeconds" INTEGER,
    "outcome" TEXT
);

-- CreateIndex
CREATE INDEX "FlagRound_flagId_startedAt_idx" ON "FlagRound"("flagId", "startedAt");

-- CreateIndex
CREATE INDEX "FlagRound_houseId_startedAt_idx" ON "FlagRound"("houseId", "startedAt");

-- CreateIndex
CREATE INDEX "FlagRound_houseId_closedAt_idx" ON "FlagRound"("houseId", "closedAt");

-- CreateIndex
CREATE INDEX "Flag_houseId_createdAt_idx" ON "Flag"("houseId", "createdAt");

-- CreateIndex
CREATE INDEX "Flag_houseId_drill_idx" ON "Flag"("houseId", "drill");
