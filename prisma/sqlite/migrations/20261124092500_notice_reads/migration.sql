-- CreateTable
CREATE TABLE "NoticeRead" (
    "houseId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "readAt" DATETIME NOT NULL,
    "deleteAfter" DATETIME NOT NULL,

    PRIMARY KEY ("houseId", "memberId")
);

-- CreateIndex
CREATE INDEX "NoticeRead_houseId_version_idx" ON "NoticeRead"("houseId", "version");

-- CreateIndex
CREATE INDEX "NoticeRead_deleteAfter_idx" ON "NoticeRead"("deleteAfter");
