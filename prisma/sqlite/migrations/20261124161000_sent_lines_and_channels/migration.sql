-- CreateTable
CREATE TABLE "SentLine" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ChannelLimit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "queueChannelId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "openFor" TEXT,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "seconds" INTEGER,
    "plan" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "until" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "result" TEXT
);

-- CreateIndex
CREATE INDEX "SentLine_houseId_threadId_idx" ON "SentLine"("houseId", "threadId");

-- CreateIndex
CREATE INDEX "SentLine_houseId_writerId_idx" ON "SentLine"("houseId", "writerId");

-- CreateIndex
CREATE INDEX "ChannelLimit_houseId_endedAt_idx" ON "ChannelLimit"("houseId", "endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ChannelLimit_houseId_openFor_key" ON "ChannelLimit"("houseId", "openFor");

