-- CreateTable
CREATE TABLE "Talk" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "askerId" TEXT,
    "openFor" TEXT,
    "notId" TEXT,
    "language" TEXT NOT NULL,
    "parentChannelId" TEXT NOT NULL,
    "queueChannelId" TEXT NOT NULL,
    "threadId" TEXT,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "workersWanted" INTEGER NOT NULL,
    "firstWorkerId" TEXT,
    "secondWorkerId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "waitingSince" DATETIME NOT NULL,
    "toldWaiting" BOOLEAN NOT NULL DEFAULT false,
    "joinedAt" DATETIME,
    "closedAt" DATETIME,
    "closedBy" TEXT,
    "followUpAt" DATETIME,
    "followUpDoneAt" DATETIME,
    "followUpDoneById" TEXT
);

-- CreateIndex
CREATE INDEX "Talk_houseId_state_idx" ON "Talk"("houseId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Talk_houseId_openFor_key" ON "Talk"("houseId", "openFor");
