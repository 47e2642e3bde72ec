-- CreateTable
CREATE TABLE "ContactTalk" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "askerId" TEXT,
    "contactId" TEXT,
    "openFor" TEXT,
    "language" TEXT NOT NULL,
    "parentChannelId" TEXT NOT NULL,
    "threadId" TEXT,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "closedAt" DATETIME
);

-- CreateIndex
CREATE INDEX "ContactTalk_houseId_threadId_idx" ON "ContactTalk"("houseId", "threadId");

-- CreateIndex
CREATE UNIQUE INDEX "ContactTalk_houseId_openFor_key" ON "ContactTalk"("houseId", "openFor");

