-- CreateTable
CREATE TABLE "DutyShift" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "memberId" TEXT,
    "openFor" TEXT,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "endedBy" TEXT,
    "idsUntil" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "FlagClock" (
    "flagId" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "runsFrom" DATETIME,
    "spent" INTEGER NOT NULL DEFAULT 0,
    "told" INTEGER NOT NULL DEFAULT 0,
    "onCallTold" BOOLEAN NOT NULL DEFAULT false
);

-- CreateTable
CREATE TABLE "HouseOpening" (
    "houseId" TEXT NOT NULL PRIMARY KEY,
    "queueChannelId" TEXT NOT NULL,
    "lineChannelIds" TEXT NOT NULL,
    "openSince" DATETIME,
    "closedSince" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "HandOver" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "fromId" TEXT,
    "openFor" TEXT,
    "toId" TEXT,
    "state" TEXT NOT NULL,
    "ending" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "idsUntil" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "HouseClosure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "untilDay" TEXT NOT NULL,
    "placedById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "liftedAt" DATETIME,
    "idsUntil" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "HouseEnd" (
    "houseId" TEXT NOT NULL PRIMARY KEY,
    "lastDay" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME NOT NULL,
    "stoppedAt" DATETIME
);

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
