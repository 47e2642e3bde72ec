-- CreateTable
CREATE TABLE "TrialSample" (
    "houseId" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "deleteAfter" DATETIME NOT NULL,

    PRIMARY KEY ("houseId", "ruleId", "messageId")
);

-- CreateIndex
CREATE INDEX "TrialSample_deleteAfter_idx" ON "TrialSample"("deleteAfter");
