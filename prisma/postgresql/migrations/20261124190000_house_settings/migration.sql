-- CreateTable
CREATE TABLE "HouseSettings" (
    "houseId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "settings" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "HouseSettings_pkey" PRIMARY KEY ("houseId")
);

-- CreateTable
CREATE TABLE "SetupDraft" (
    "houseId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "draft" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "deleteAfter" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SetupDraft_pkey" PRIMARY KEY ("houseId")
);

-- CreateIndex
CREATE INDEX "SetupDraft_deleteAfter_idx" ON "SetupDraft"("deleteAfter");
