-- CreateTable
CREATE TABLE "HeldMessage" (
    "flagId" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "heldAt" DATETIME NOT NULL,
    "told" TEXT,
    "wayBack" TEXT,
    "repostId" TEXT,
    "withdrawnAt" DATETIME,
    CONSTRAINT "HeldMessage_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "HeldMessage_houseId_state_idx" ON "HeldMessage"("houseId", "state");
