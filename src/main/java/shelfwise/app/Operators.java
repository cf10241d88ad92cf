package shelfwise.app;

import java.util.List;
import shelfwise.evaluate.EvaluateRanking;
import shelfwise.evaluate.EvaluateRating;
import shelfwise.evaluate.EvaluateSweep;
import shelfwise.ingest.AssetSource;
import shelfwise.model.FitPopularity;
import shelfwise.model.RankLists;
import shelfwise.model.content.FitContent;
import shelfwise.model.content.TextVectors;
import shelfwise.model.encoder.EncodeImages;
import shelfwise.model.encoder.EncodeTexts;
import shelfwise.model.factor.FitAls;
import shelfwise.model.factor.FitBiasedMf;
import shelfwise.model.factor.FitBpr;
import shelfwise.model.factor.FitLogistic;
import shelfwise.model.factor.FitNmf;
import shelfwise.model.factor.FitSvdPlusPlus;
import shelfwise.model.factor.FitWarp;
import shelfwise.model.hybrid.FitBlend;
import shelfwise.model.hybrid.FitCascade;
import shelfwise.model.hybrid.FitRankFusion;
import shelfwise.model.hybrid.FitSwitch;
import shelfwise.model.hybrid.FitWeighted;
import shelfwise.model.interests.FitInterests;
import shelfwise.model.knn.FitAssociation;
import shelfwise.model.knn.FitItemKnn;
import shelfwise.model.knn.FitSar;
import shelfwise.model.knn.FitUserKnn;
import shelfwise.model.linear.FitEase;
import shelfwise.model.linear.FitSlim;
import shelfwise.model.rerank.FitCalibration;
import shelfwise.model.rerank.FitDiversity;
import shelfwise.model.rerank.FitRules;
import shelfwise.model.rerank.FitXquad;
import shelfwise.model.torch.FitAutoEncoder;
import shelfwise.model.torch.FitBert;
import shelfwise.model.torch.FitGru;
import shelfwise.model.torch.FitLightGcn;
import shelfwise.model.torch.FitNeuMf;
import shelfwise.model.torch.FitPooling;
import shelfwise.model.torch.FitTransformer;
import shelfwise.model.torch.FitTwoTower;
import shelfwise.model.vectors.FitVectors;
import shelfwise.model.vectors.ItemVectors;
import shelfwise.model.words.SessionVectors;
import shelfwise.model.words.WordVectors;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.prepare.AddUsers;
import shelfwise.prepare.Aggregate;
import shelfwise.prepare.CleanText;
import shelfwise.prepare.Compute;
import shelfwise.prepare.DropDuplicates;
import shelfwise.prepare.FillMissing;
import shelfwise.prepare.Filter;
import shelfwise.prepare.JoinCatalogue;
import shelfwise.prepare.KCore;
import shelfwise.prepare.Normalise;
import shelfwise.prepare.Outliers;
import shelfwise.prepare.Select;
import shelfwise.prepare.Sessions;
import shelfwise.prepare.TimeWindow;
import shelfwise.prepare.ToCatalogue;
import shelfwise.prepare.ToInteractions;
import shelfwise.prepare.Weights;
import shelfwise.prepare.Where;
import shelfwise.prepare.split.ColdItems;
import shelfwise.prepare.split.GlobalTime;
import shelfwise.prepare.split.LastSession;
import shelfwise.prepare.split.LearnFromAll;
import shelfwise.prepare.split.LeaveLastOut;
import shelfwise.prepare.split.RandomByUser;
import shelfwise.prepare.split.RollingFolds;
import shelfwise.prepare.split.UserHoldout;

/** Every operator there is, in the order of the palette. A new one is one line here. */
public final class Operators {
    public static final List<Operator<?>> ALL = List.of(
            new AssetSource(),
            new Filter(), new Where(), new Select(), new Compute(), new DropDuplicates(), new FillMissing(), new CleanText(), new Outliers(), new Normalise(), new TimeWindow(),
            new JoinCatalogue(), new Sessions(), new Weights(), new ToInteractions(), new Aggregate(), new KCore(), new AddUsers(), new ToCatalogue(),
            new LeaveLastOut(), new GlobalTime(), new RollingFolds(), new LastSession(), new RandomByUser(), new UserHoldout(), new ColdItems(), new LearnFromAll(),
            new FitPopularity(), new FitItemKnn(), new FitUserKnn(), new FitAls(), new FitContent(),
            new FitBpr(), new FitLogistic(), new FitWarp(), new FitTransformer(), new FitGru(), new FitBert(), new FitTwoTower(), new FitPooling(), new FitAutoEncoder(), new FitLightGcn(), new FitNeuMf(),
            new FitVectors(), new FitInterests(), new TextVectors(), new EncodeTexts(), new EncodeImages(), new WordVectors(), new SessionVectors(), new ItemVectors(),
            new FitBiasedMf(), new FitSvdPlusPlus(), new FitNmf(),
            new FitWeighted(), new FitRankFusion(), new FitSwitch(), new FitCascade(), new FitBlend(),
            new FitDiversity(), new FitXquad(), new FitCalibration(), new FitRules(),
            new FitEase(), new FitSlim(), new FitSar(), new FitAssociation(),
            new EvaluateRanking(),
            new EvaluateRating(),
            new EvaluateSweep(),
            new RankLists());

    private Operators() { }

    public static OperatorCatalogue catalogue() {
        return new OperatorCatalogue(ALL);
    }
}
