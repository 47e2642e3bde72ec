-- CreateTable
CREATE TABLE "MatterHold" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "houseId" TEXT NOT NULL,
    "matterId" TEXT NOT NULL,
    "placedById" TEXT,
    "words" TEXT,
    "until" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "MatterHold_matterId_fkey" FOREIGN KEY ("matterId") REFERENCES "StaffMatter" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "MatterHold_houseId_endedAt_until_idx" ON "MatterHold"("houseId", "endedAt", "until");

-- CreateIndex
CREATE INDEX "MatterHold_matterId_idx" ON "MatterHold"("matterId");

