-- CreateTable
CREATE TABLE "HouseSettings" (
    "houseId" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "settings" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SetupDraft" (
    "houseId" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "draft" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "deleteAfter" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "SetupDraft_deleteAfter_idx" ON "SetupDraft"("deleteAfter");
