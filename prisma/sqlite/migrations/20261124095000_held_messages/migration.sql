-- CreateTable
CREATE TABLE "HeldMessage" (
    "messageId" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "authorId" TEXT,
    "state" TEXT NOT NULL,
    "heldAt" DATETIME NOT NULL,
    "told" TEXT,
    "wayBack" TEXT,
    "repostId" TEXT,
    "withdrawnAt" DATETIME,
    CONSTRAINT "HeldMessage_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "HeldMessage_flagId_idx" ON "HeldMessage"("flagId");

-- CreateIndex
CREATE INDEX "HeldMessage_houseId_authorId_idx" ON "HeldMessage"("houseId", "authorId");

-- CreateIndex
CREATE INDEX "HeldMessage_houseId_channelId_heldAt_idx" ON "HeldMessage"("houseId", "channelId", "heldAt");
